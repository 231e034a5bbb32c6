// Hide screen: cover the page at once, lock the session on the server, and open only through its lock page.
"use strict";
(() => {
  const form = document.querySelector("form[data-hide-screen]");
  const words = document.getElementById("cover-words");
  if (!form || !words) return;
  const PHONE = 2 * 60 * 1000;
  const DESKTOP = 10 * 60 * 1000;
  const patience = Number(form.dataset.idle) * 1000 || (matchMedia("(pointer:coarse)").matches ? PHONE : DESKTOP);
  const title = document.title;
  const name = document.querySelector(".strip-name").textContent;
  let cover = null;
  let locked = false;
  let seen = Date.now();

  function veil() {
    if (cover) return;
    cover = words.content.firstElementChild.cloneNode(true);
    document.body.append(cover);
    for (const part of document.body.children) if (part !== cover) part.inert = true;
    document.body.classList.add("covered");
    document.title = name;
  }
  function unveil() {
    if (!cover || locked) return;
    cover.remove();
    cover = null;
    for (const part of document.body.children) part.inert = false;
    document.body.classList.remove("covered");
    document.title = title;
  }
  // Lock: the draft first, then the session. Without a signal the cover stays: only the lock page opens it.
  function lock() {
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    veil();
    if (locked) return;
    locked = true;
    document.dispatchEvent(new Event("screen:hiding"));
    tick();
    setInterval(tick, 10000);
    cover.focus();
    fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", keepalive: true,
      headers: { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]")?.value || "" },
    }).catch(() => {});
  }
  function tick() {
    const face = cover && cover.querySelector("[data-clock]");
    if (face) face.textContent = new Date().toLocaleTimeString("en-IN", { hour: "numeric", minute: "2-digit" });
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); lock(); });
  document.addEventListener("keydown", (event) => {
    if (event.shiftKey && event.key === "Escape" && !event.isComposing) { event.preventDefault(); lock(); }
  });
  for (const kind of ["pointerdown", "keydown", "scroll"]) {
    document.addEventListener(kind, () => { if (!document.hidden) seen = Date.now(); }, { passive: true, capture: true });
  }
  // Away from the tab the page is covered, so that the app switcher shows nothing; after long, it is locked.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) veil();
    else if (Date.now() - seen > patience) lock();
    else unveil();
  });
  setInterval(() => { if (Date.now() - seen > patience) lock(); }, 5000);
})();
