// Keys for people who work without a mouse. None fires while typing or while a Bengali word is being composed.
"use strict";
(() => {
  let waiting = 0;
  const typing = (at) => at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
  const composing = (event) => event.isComposing || event.keyCode === 229;

  document.addEventListener("keydown", (event) => {
    if (composing(event) || document.body.classList.contains("covered") || event.defaultPrevented) return;
    const at = event.target;
    const form = at.closest && at.closest("form");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.altKey && event.key.toLowerCase() === "s" && form) {
      const next = form.querySelector("[data-save-next]");
      if (next) { event.preventDefault(); form.requestSubmit(next); }
      return;
    }
    if (typing(at) || event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.keys === "off") return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "/") return press(event, document.querySelector("[data-search]"), (box) => box.focus());
    if (event.key === "?") return press(event, document.getElementById("keys"), (list) => list.showModal());
    if (event.key === "g") { waiting = Date.now(); return; }
    if (Date.now() - waiting < 1500) {
      waiting = 0;
      return press(event, document.querySelector(`[data-go="${CSS.escape(event.key)}"]`), (link) => link.click());
    }
    if (!event.repeat) press(event, document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`), (button) => button.click());
  });
  function press(event, what, act) {
    if (!what) return;
    event.preventDefault();
    act(what);
  }
})();
