// Nothing typed is lost: form[data-draft][data-draft-url] is sent to the server as a draft.
// Nothing is kept in the browser. When there is no signal the strip says so, and we try again.
"use strict";
(() => {
  const WAIT = 800;
  const state = document.getElementById("saved-state");
  const watched = new WeakMap();
  const open = new Set();

  function say(what, time) {
    if (!state) return;
    const words = state.dataset[what] + (time ? " " + time : "");
    if (state.textContent !== words) state.textContent = words;
    state.classList.toggle("not", what === "unsaved" || what === "offline");
  }
  const clock = () => new Date().toLocaleTimeString("en-IN", { hour: "numeric", minute: "2-digit" });

  // Text only: papers go up by themselves, and a password is never a draft.
  function typed(form) {
    const sent = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken") sent.append(name, value);
    }
    for (const secret of form.querySelectorAll("input[type=password]")) sent.delete(secret.name);
    sent.append("draft_key", form.dataset.draft);
    return sent;
  }

  async function save(form, { leaving = false } = {}) {
    const draft = watched.get(form);
    clearTimeout(draft.timer);
    const body = typed(form).toString();
    if (draft.sent || body === draft.last) return;
    if (draft.busy && !leaving) { draft.again = true; return; }
    draft.busy = true;
    if (!leaving) say("saving");
    const token = form.querySelector("[name=csrfmiddlewaretoken]");
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: "POST", body, keepalive: leaving, credentials: "same-origin", redirect: "error",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token ? token.value : "" },
      });
      if (!answer.ok) throw new Error("refused");
      draft.last = body;
      draft.tries = 0;
      open.delete(form);
      if (!draft.sent) say("saved", clock());
    } catch {
      say(navigator.onLine ? "unsaved" : "offline");
      draft.tries += 1;
      draft.timer = setTimeout(() => save(form), Math.min(30000, 1000 * 2 ** draft.tries));
    }
    draft.busy = false;
    if (draft.again) { draft.again = false; save(form); }
  }

  function touch(form) {
    const draft = watched.get(form);
    open.add(form);
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => save(form), WAIT);
  }

  function watch(root) {
    for (const form of root.querySelectorAll("form[data-draft][data-draft-url]")) {
      if (watched.has(form)) continue;
      watched.set(form, { timer: 0, tries: 0, busy: false, again: false, sent: false, last: typed(form).toString() });
      form.addEventListener("input", (event) => { if (!event.isComposing) touch(form); });
      form.addEventListener("compositionend", () => touch(form));
      form.addEventListener("change", () => touch(form));
      form.addEventListener("focusout", () => { if (open.has(form)) save(form); });
      form.addEventListener("submit", () => { clearTimeout(watched.get(form).timer); watched.get(form).sent = true; setTimeout(() => { watched.get(form).sent = false; }, 15000); });
    }
  }

  function flush() { for (const form of open) if (form.isConnected) save(form, { leaving: true }); }
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => { if (document.hidden) flush(); });
  document.addEventListener("screen:hiding", flush);
  window.addEventListener("online", () => { for (const form of open) save(form); });
  document.addEventListener("DOMContentLoaded", () => watch(document));
  document.addEventListener("htmx:afterSwap", () => watch(document));
})();
