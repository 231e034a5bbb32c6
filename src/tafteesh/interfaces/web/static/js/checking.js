// One key an answer on the page that checks a record against its papers. None fires while typing or composing.
"use strict";
document.addEventListener("keydown", (event) => {
  const typing = event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (typing || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.body.dataset.keys === "off" || document.body.classList.contains("covered")) return;
  if (document.querySelector("dialog[open]")) return;
  const button = document.querySelector(`[data-answer="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
