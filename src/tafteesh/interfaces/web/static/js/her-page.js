// Her page: hide at once by replacing it, cover it when nobody touches it, and read it aloud.
"use strict";
(() => {
  const exit = document.body.dataset.exit;
  const form = document.querySelector("[data-exit-form]");
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  function hide() {
    document.body.hidden = true;
    document.title = "";
    hush();
    fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", keepalive: true, redirect: "manual",
    }).catch(() => {}).finally(() => location.replace(exit));
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); hide(); });
  // On a keyboard: Escape, or Shift three times within five seconds.
  let shifts = [];
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.repeat) return;
    shifts = event.key === "Shift" ? [...shifts, Date.now()].filter((at) => Date.now() - at < 5000) : [];
    if (event.key === "Escape" || shifts.length === 3) hide();
  });

  const patience = Number(document.body.dataset.idle) * 1000;
  const main = document.getElementById("main");
  let touched = Date.now();
  for (const kind of ["pointerdown", "keydown", "scroll"]) {
    addEventListener(kind, () => { touched = Date.now(); main.hidden = false; }, { passive: true, capture: true });
  }
  setInterval(() => { if (Date.now() - touched > patience && !isSpeaking()) main.hidden = true; }, 1000);

  // What the office recorded is fetched at once, so that it is heard without a signal too; what is not recorded is
  // spoken by a voice of the phone itself. A voice that would send her words elsewhere is never used.
  const recorded = new Set(document.body.dataset.sounds.split(" ").filter(Boolean));
  const kept = new Map();
  const language = document.documentElement.lang;
  const asked = new Set();
  for (const one of document.querySelectorAll("[data-said]")) for (const name of one.dataset.said.split(" ")) if (recorded.has(name)) asked.add(name);
  async function keep(name) {
    const answer = await fetch(document.body.dataset.soundUrl.replace("PIECE", name), { credentials: "same-origin" });
    if (answer.ok) kept.set(name, URL.createObjectURL(await answer.blob()));
  }
  (async () => { for (const name of asked) await keep(name).catch(() => {}); offer(); })();

  const ownVoice = () => (window.speechSynthesis ? speechSynthesis.getVoices() : []).find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
  const isRecorded = (one) => one.dataset.said.split(" ").every((name) => kept.has(name));
  const heard = (box) => [...box.querySelectorAll("[data-said]")];

  let playing = null;
  let turn = 0;
  const isSpeaking = () => Boolean(playing) || Boolean(window.speechSynthesis && speechSynthesis.speaking);
  function hush() {
    turn += 1;
    if (playing) playing.pause();
    playing = null;
    if (window.speechSynthesis) speechSynthesis.cancel();
  }
  const play = (name) => new Promise((done) => {
    playing = new Audio(kept.get(name));
    playing.onended = playing.onerror = done;
    playing.play().catch(done);
  });
  const speak = (words, voice) => new Promise((done) => {
    const said = new SpeechSynthesisUtterance(words.replace(/\s+/g, " "));
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.85;
    said.onend = said.onerror = done;
    speechSynthesis.speak(said);
  });
  async function read(boxes) {
    hush();
    const mine = turn;
    for (const one of boxes.flatMap(heard)) {
      const voice = ownVoice();
      if (isRecorded(one)) for (const name of one.dataset.said.split(" ")) { if (mine === turn) await play(name); }
      else if (voice && mine === turn) await speak(one.textContent, voice);
      if (mine !== turn) return;
    }
    playing = null;
  }

  // Listen stands only where something can be heard; what cannot be heard is said in words.
  const listen = document.querySelector("[data-listen]");
  const boxes = [...document.querySelectorAll("[data-say]")];
  function offer() {
    if (!listen) return;
    const voice = ownVoice();
    const sounds = (box) => heard(box).some((one) => voice || isRecorded(one));
    listen.hidden = !boxes.some(sounds);
    for (const box of boxes) {
      const one = box.querySelector("[data-listen-one]");
      if (one) one.hidden = !sounds(box);
    }
    document.querySelector("[data-no-voice]").hidden = Boolean(voice) || boxes.flatMap(heard).every(isRecorded);
  }
  if (listen) {
    listen.addEventListener("click", () => read(boxes));
    for (const box of boxes) {
      const one = box.querySelector("[data-listen-one]");
      if (one) one.addEventListener("click", () => read([box]));
    }
    if (window.speechSynthesis) speechSynthesis.addEventListener("voiceschanged", offer);
    offer();
  }
})();
