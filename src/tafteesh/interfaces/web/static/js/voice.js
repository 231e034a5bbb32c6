// Records one sentence and makes a plain WAV of it on the device: one channel, 16,000 samples a second, nothing else.
"use strict";
(() => {
  const RATE = 16000;
  const LONGEST = 20000; // milliseconds
  const form = document.querySelector("form[data-voice]");
  const context = window.OfflineAudioContext;
  if (!form || !context || !window.DataTransfer) return;
  const field = form.querySelector("input[type=file]");
  const button = form.querySelector("[data-record]");
  const preview = form.querySelector("[data-preview]");
  const told = form.querySelector("[data-told-here]");
  let recorder = null;

  function wav(samples) {
    const view = new DataView(new ArrayBuffer(44 + samples.length * 2));
    const text = (at, words) => [...words].forEach((sign, n) => view.setUint8(at + n, sign.charCodeAt(0)));
    text(0, "RIFF"); view.setUint32(4, 36 + samples.length * 2, true); text(8, "WAVEfmt ");
    view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
    view.setUint32(24, RATE, true); view.setUint32(28, RATE * 2, true); view.setUint16(32, 2, true); view.setUint16(34, 16, true);
    text(36, "data"); view.setUint32(40, samples.length * 2, true);
    samples.forEach((value, n) => view.setInt16(44 + n * 2, Math.max(-1, Math.min(1, value)) * 0x7fff, true));
    return new Blob([view], { type: "audio/wav" });
  }

  async function take(sound) {
    told.textContent = "";
    try {
      const heard = await new context(1, 1, RATE).decodeAudioData(await sound.arrayBuffer());
      const plain = wav(heard.getChannelData(0));
      const chosen = new DataTransfer();
      chosen.items.add(new File([plain], "voice.wav", { type: "audio/wav" }));
      field.files = chosen.files;
      field.setCustomValidity("");
      preview.src = URL.createObjectURL(plain);
      preview.hidden = false;
    } catch { told.textContent = form.dataset.notPlayed; }
  }

  function show(recording) {
    button.setAttribute("aria-pressed", String(recording));
    button.querySelector("[data-start]").hidden = recording;
    button.querySelector("[data-stop]").hidden = !recording;
  }

  async function record() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces = [];
    recorder = new MediaRecorder(stream);
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      take(new Blob(pieces));
      recorder = null;
      show(false);
    };
    recorder.start();
    show(true);
    const mine = recorder;
    setTimeout(() => { if (recorder === mine) mine.stop(); }, LONGEST);
  }

  field.addEventListener("change", () => { if (field.files[0]) take(field.files[0]); });
  if (window.MediaRecorder && navigator.mediaDevices) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (recorder) recorder.stop();
      else record().catch(() => { told.textContent = form.dataset.noMicrophone; });
    });
  }
})();
