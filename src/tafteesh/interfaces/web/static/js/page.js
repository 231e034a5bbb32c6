// Small help for every page: safe submits, focus after a swap, alerts that can be closed. All works without it.
"use strict";
(() => {
  // A page taken from the back-forward cache may show what was hidden since: fetch it again.
  window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });

  // A form that is being sent cannot be sent twice. Its button keeps its words; only its state changes.
  // It listens before htmx does, which would otherwise queue the second press and send it afterwards.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-hide-screen")) return;
    if (form.querySelector("input[type=file]:invalid")) { event.preventDefault(); event.stopImmediatePropagation(); form.querySelector("input[type=file]:invalid").reportValidity(); return; }
    if (form.dataset.sending) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    form.dataset.sending = "yes";
    form.setAttribute("aria-busy", "true");
    for (const button of form.querySelectorAll("button:not([type=button])")) button.setAttribute("aria-disabled", "true");
    setTimeout(() => release(form), 15000); // a lost signal must not leave a dead button
  }, true);
  function release(form) {
    delete form.dataset.sending;
    form.removeAttribute("aria-busy");
    for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.target.tagName === "FORM") release(event.target);
  });

  function settle(root) {
    for (const button of root.querySelectorAll("[data-dismiss],[data-copy]")) button.hidden = false;
    const first = root.matches && root.matches("[data-focus]") ? root : root.querySelector("[data-focus]");
    if (first) first.focus();
  }
  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-dismiss]");
    if (close) close.parentElement.remove();
    const copy = event.target.closest("[data-copy]");
    if (copy) copied(copy, document.getElementById(copy.dataset.copy));
    for (const open of document.querySelectorAll(".menu details[open]")) if (!open.contains(event.target)) open.open = false;
  });
  // Copies a field to the clipboard, or marks it so that it can be copied by hand.
  function copied(button, field) {
    field.select();
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(field.value).then(() => {
      document.getElementById("told").textContent = button.lastChild.textContent = button.dataset.copied;
    }, () => {});
  }
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector(".menu details[open],.adding[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });
  document.addEventListener("DOMContentLoaded", () => settle(document));
  document.addEventListener("htmx:afterSwap", (event) => settle(event.detail.elt));

  // A file that is too large is said so before it leaves; a scan is counted (SHA-256) first.
  document.addEventListener("change", async (event) => {
    const field = event.target;
    const file = field.matches("input[type=file][data-largest]") && field.files[0];
    if (!file) return;
    const tooLarge = file.size > Number(field.dataset.largest);
    field.setCustomValidity(tooLarge ? field.dataset.tooLarge : "");
    field.reportValidity();
    const kept = field.dataset.hash && field.form.elements[field.dataset.hash];
    if (kept) kept.value = "";
    if (!kept || tooLarge || !window.crypto || !crypto.subtle) return;
    const counted = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    if (field.files[0] === file) kept.value = [...counted].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  });

  // Words for screen readers after a swap: an element with data-told says what changed.
  document.addEventListener("htmx:afterSettle", (event) => {
    const said = event.detail.elt.querySelector && event.detail.elt.querySelector("[data-told]");
    if (said) document.getElementById("told").textContent = said.dataset.told;
  });
})();
