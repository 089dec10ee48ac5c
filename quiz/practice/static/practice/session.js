// A session's clock, which follows the server's, and drafts: what is half answered is kept on the server as it is
// written. Without script the page says until when it runs, and a button keeps the draft.
(() => {
  "use strict";

  const DRAFT_AFTER = 600; // ms without a key
  const ASK_AGAIN = 60_000; // ms: clocks drift, laptops sleep

  // Drafts. A number counts what a form sends, so that the server can tell what is newer, however it arrives.
  let waiting = 0;

  const count = (form) => {
    const turn = form.elements.namedItem("turn");
    if (turn) turn.value = String(Number(turn.value) + 1);
  };

  const note = (sentence) => {
    const line = document.querySelector("[data-kept]");
    if (!line) return;
    line.textContent = sentence;
    line.hidden = false;
  };

  const keep = async (form) => {
    clearTimeout(waiting);
    waiting = 0;
    count(form);
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "application/json" },
        keepalive: true,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { kept, left } = await answer.json();
      note(kept ? "Kept: it is here again after a reload, and on your other devices." : "");
      if (left !== null) setClock(left);
    } catch {
      note("Not kept yet: the site could not be reached.");
    }
  };

  const flush = () => {
    const form = document.querySelector("form[data-draft]");
    return waiting && form ? keep(form) : Promise.resolve();
  };

  const changed = (event) => {
    const form = event.target instanceof Element && event.target.closest("form[data-draft]");
    if (!form) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(form), DRAFT_AFTER);
  };

  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-draft]")) return;
    clearTimeout(waiting);
    waiting = 0;
    count(event.target);
  }, true);
  addEventListener("pagehide", flush);

  // The clock.
  const clock = document.querySelector("[data-clock]");
  if (!clock) return;
  let ends = 0;
  let over = false;
  let said = "";

  const seconds = () => Math.max(0, Math.ceil((ends - performance.now()) / 1000));

  const written = (left) => {
    const parts = [Math.floor(left / 60) % 60, left % 60].map((part) => String(part).padStart(2, "0"));
    const hours = Math.floor(left / 3600);
    return hours ? `${hours}:${parts.join(":")}` : `${Number(parts[0])}:${parts[1]}`;
  };

  const say = (left) => {
    const sentence = left <= 60 ? "One minute left" : left <= 300 ? "Five minutes left" : "";
    if (sentence === said) return;
    said = sentence;
    document.querySelector("[data-clock-says]").textContent = sentence;
  };

  const end = async () => {
    over = true;
    await flush();
    await new Promise((done) => { setTimeout(done, 1000); }); // the workbench keeps its draft meanwhile
    location.assign(clock.dataset.over);
  };

  const tick = () => {
    const left = seconds();
    clock.querySelector("[data-time]").textContent = written(left);
    clock.classList.toggle("clock--short", left <= 300);
    say(left);
    if (left === 0 && !over) end();
  };

  function setClock(left) {
    ends = performance.now() + left * 1000;
  }

  const ask = async () => {
    try {
      const { left } = await (await fetch(clock.dataset.address, { headers: { Accept: "application/json" } })).json();
      setClock(left);
      tick();
    } catch { /* offline: the clock goes on by itself */ }
  };

  setClock(Number(clock.dataset.left));
  tick();
  setInterval(tick, 500);
  setInterval(ask, ASK_AGAIN);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") ask(); });
  addEventListener("pageshow", (event) => { if (event.persisted) ask(); });
})();
