// The grid under the hands: arrows, copy from above, today, take back, a pasted block. It works without all this.
"use strict";
(() => {
  const form = document.querySelector("form[data-grid]");
  if (!form) return;
  const body = form.querySelector("tbody");
  const counts = document.getElementById("grid-counts");
  const rowOf = (field) => field.closest("tr[data-row]");
  const cellsOf = (row) => [...row.querySelectorAll("td[data-label] > input:not([type=hidden]), td[data-label] > select:not([name$='-chosen'])")];
  const typed = (row) => cellsOf(row).map((cell) => cell.value).join("\u001f");
  const before = new WeakMap();

  function count() {
    const of = { saved: Number(counts.dataset.gone), faulty: 0, empty: 0 }; // saved rows of a pasted block stand here no more
    for (const row of body.rows) if (row.dataset.state in of) of[row.dataset.state] += 1;
    counts.textContent = ["saved", "faulty", "empty"].map((state) => counts.dataset[state] + " " + of[state]).join(" · ");
  }

  // A row is tried when the focus leaves it. Its answer never takes the focus from the next one.
  async function leave(row) {
    const now = typed(row) + (row.querySelector("[name$='-chosen']") || {}).value;
    if (!typed(row).replaceAll("\u001f", "") || row.dataset.tried === now) return;
    row.dataset.tried = now;
    const sent = new URLSearchParams();
    for (const field of row.querySelectorAll("[name]")) sent.append(field.name, field.value);
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    try {
      const answer = await fetch(form.dataset.grid, { method: "POST", body: sent, credentials: "same-origin", redirect: "error", headers: { "X-CSRFToken": token } });
      if (!answer.ok) throw new Error("refused");
      const made = document.createElement("template");
      made.innerHTML = (await answer.text()).trim();
      const fresh = made.content.querySelector("tr");
      if (row.contains(document.activeElement)) { row.dataset.tried = ""; return; } // she came back to it
      fresh.dataset.tried = fresh.dataset.state === "faulty" ? "" : now;
      row.replaceWith(fresh);
      if (window.htmx) htmx.process(fresh);
      count();
      if (fresh.dataset.state === "saved" && fresh === body.lastElementChild) form.querySelector("button[name=more]").focus();
    } catch { row.dataset.tried = ""; }
  }
  body.addEventListener("focusout", (event) => {
    const row = rowOf(event.target);
    if (row && !row.contains(event.relatedTarget)) leave(row);
  });
  body.addEventListener("focusin", (event) => { before.set(event.target, event.target.value); });

  function move(field, by) {
    const row = rowOf(field), place = cellsOf(row).indexOf(field);
    const next = by > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (next && cellsOf(next)[place]) { cellsOf(next)[place].focus(); return true; }
    return false;
  }
  function put(field, value) {
    if (field.tagName === "SELECT") {
      const said = value.trim().toLowerCase();
      const fits = [...field.options].find((one) => said && (one.value === said || one.text.trim().toLowerCase() === said))
        || [...field.options].find((one) => said && one.text.trim().toLowerCase().startsWith(said));
      if (fits) field.value = fits.value;
      else if (said) { field.add(new Option(value, value, true, true)); }
    } else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  body.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.isComposing || !rowOf(field) || field.name.endsWith("-chosen")) return;
    const list = field.tagName === "SELECT";
    if (!list && event.key === "ArrowDown" && !event.altKey) { if (move(field, 1)) event.preventDefault(); }
    else if (!list && event.key === "ArrowUp" && !event.altKey) { if (move(field, -1)) event.preventDefault(); }
    else if (event.key === "Enter" && !event.ctrlKey) { event.preventDefault(); move(field, 1); }
    else if (event.key === "Escape" && before.has(field)) { put(field, before.get(field)); event.preventDefault(); }
    else if (event.ctrlKey && event.key === "d") {
      event.preventDefault();
      const above = rowOf(field).previousElementSibling;
      if (above) put(field, cellsOf(above)[cellsOf(rowOf(field)).indexOf(field)].value);
    } else if (event.ctrlKey && event.key === ";" && !list) {
      event.preventDefault();
      const day = new Date();
      put(field, [day.getDate(), day.getMonth() + 1, day.getFullYear()].map((part) => String(part).padStart(2, "0")).join("-"));
    } else if (event.key === "F2" && !list) { event.preventDefault(); field.setSelectionRange(field.value.length, field.value.length); }
  });

  // A row beyond the last: the last one once more, empty, under the next number.
  function grow(last) {
    const number = Number(last.dataset.row), next = last.cloneNode(true);
    if (number + 1 >= Number(form.dataset.most)) return null;
    next.querySelectorAll(".error, [name$='-chosen']").forEach((one) => one.remove());
    next.querySelectorAll(".grid-state > :not(input)").forEach((one) => one.remove());
    next.dataset.row = number + 1; next.dataset.state = "empty"; next.dataset.tried = ""; next.className = "grid-empty"; next.id = "row-" + (number + 1);
    for (const one of next.querySelectorAll("[name], [for], [id], [hx-params]"))
      for (const key of ["name", "for", "id", "hx-params", "aria-describedby"])
        if (one.hasAttribute(key)) one.setAttribute(key, one.getAttribute(key).replace(`r${number}-`, `r${number + 1}-`));
    next.querySelectorAll("input, select").forEach((one) => { one.value = ""; one.removeAttribute("aria-invalid"); });
    body.append(next);
    if (window.htmx) htmx.process(next);
    return next;
  }

  // A block is laid from this cell on, and the grid grows with it: nothing of it is left out unsaid.
  body.addEventListener("paste", async (event) => {
    const text = event.clipboardData.getData("text/plain").replaceAll("\r", "").replace(/\n$/, "");
    const first = event.target;
    if (!rowOf(first) || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const place = cellsOf(rowOf(first)).indexOf(first);
    let row = rowOf(first);
    const laid = [];
    const lines = text.split("\n");
    for (const [n, line] of lines.entries()) {
      if (!row) { // beyond the most rows: the page for blocks takes the whole of it, and says what to do
        const page = Object.assign(document.createElement("form"), { method: "post", action: form.dataset.paste });
        const token = form.querySelector("[name=csrfmiddlewaretoken]").cloneNode();
        page.append(token, Object.assign(document.createElement("textarea"), { name: "block", value: lines.slice(n).join("\n"), hidden: true }));
        document.body.append(page);
        for (const one of laid) await leave(one);
        page.submit();
        return;
      }
      const cells = cellsOf(row);
      line.split("\t").forEach((value, along) => { if (cells[place + along]) put(cells[place + along], value.trim()); });
      laid.push(row);
      row = row.nextElementSibling || grow(row);
    }
    first.blur();
    for (const one of laid) await leave(one);
  });
  count();
})();
