// The interview timer of an exercise: it counts on through reloads, and says when the time is over.
(() => {
  "use strict";
  const box = document.querySelector("[data-timer]");
  if (!box) return;
  const part = (name) => box.querySelector(`[data-timer-${name}]`);
  const key = `backpass:timer:${box.dataset.timer}`;
  let state = { counted: 0, since: 0, limit: 0 }; // milliseconds, a moment, minutes
  try { state = { ...state, ...JSON.parse(localStorage.getItem(key)) }; } catch { /* a new one */ }
  let over = false;
  box.hidden = false;
  part("limit").value = String(state.limit);

  const passed = () => state.counted + (state.since ? Date.now() - state.since : 0);

  function clock(milliseconds) {
    const seconds = Math.floor(Math.abs(milliseconds) / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const shown = (parts[0] ? parts : parts.slice(1)).map((each) => String(each).padStart(2, "0")).join(":");
    return milliseconds < 0 ? `+${shown}` : shown;
  }

  function show() {
    const left = state.limit ? state.limit * 60000 - passed() : null;
    part("time").textContent = passed() ? clock(left ?? passed()) : "Timer";
    part("start").textContent = state.since ? "Pause" : passed() ? "Go on" : "Start";
    box.classList.toggle("timer--runs", Boolean(state.since));
    box.classList.toggle("timer--over", left !== null && left <= 0);
    if (left !== null && left <= 0 && !over && state.since) {
      part("announce").textContent = `The ${state.limit} minutes are over. The timer now counts on.`;
    }
    over = left !== null && left <= 0;
  }

  function change(next) {
    state = { ...state, ...next };
    try { localStorage.setItem(key, JSON.stringify(state)); } catch { /* this page only */ }
    show();
  }

  part("start").addEventListener("click", () => {
    change(state.since ? { counted: passed(), since: 0 } : { since: Date.now() });
    if (state.since) box.open = false;
  });
  part("clear").addEventListener("click", () => change({ counted: 0, since: 0 }));
  part("limit").addEventListener("change", (event) => change({ limit: Number(event.target.value) }));
  document.addEventListener("click", (event) => { if (!box.contains(event.target)) box.open = false; });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    box.open = false;
    box.querySelector("summary").focus();
  });
  addEventListener("storage", (event) => {
    if (event.key !== key || !event.newValue) return;
    state = JSON.parse(event.newValue);
    part("limit").value = String(state.limit);
    show();
  });
  setInterval(show, 500);
  show();
})();
