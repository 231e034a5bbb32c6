// Her page: hide at once by replacing it, cover it when nobody touches it, and read it aloud on the device.
"use strict";
(() => {
  const exit = document.body.dataset.exit;
  const form = document.querySelector("[data-exit-form]");
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  function hide() {
    document.body.hidden = true;
    document.title = "";
    speechSynthesis?.cancel();
    fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", keepalive: true, redirect: "manual",
    }).catch(() => {}).finally(() => location.replace(exit));
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); hide(); });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.isComposing) hide(); });

  const patience = Number(document.body.dataset.idle) * 1000;
  const main = document.getElementById("main");
  let touched = Date.now();
  for (const kind of ["pointerdown", "keydown", "scroll"]) {
    addEventListener(kind, () => { touched = Date.now(); main.hidden = false; }, { passive: true, capture: true });
  }
  setInterval(() => { if (Date.now() - touched > patience && !speechSynthesis?.speaking) main.hidden = true; }, 1000);

  const listen = document.querySelector("[data-listen]");
  const said = (box) => {
    const heard = box.cloneNode(true);
    for (const silent of heard.querySelectorAll("form, details, button, .unseen")) silent.remove();
    return heard.textContent.replace(/\s+/g, " ");
  };
  const read = (boxes) => {
    speechSynthesis.cancel();
    for (const box of boxes) {
      const words = new SpeechSynthesisUtterance(said(box));
      words.lang = `${document.documentElement.lang}-IN`;
      words.rate = 0.85;
      speechSynthesis.speak(words);
    }
  };
  if (listen && "speechSynthesis" in window) {
    const boxes = document.querySelectorAll("[data-say]");
    listen.hidden = false;
    listen.addEventListener("click", () => read(boxes));
    for (const box of boxes) {
      const one = box.querySelector("[data-listen-one]");
      if (one) { one.hidden = false; one.addEventListener("click", () => read([box])); }
    }
  }
})();
