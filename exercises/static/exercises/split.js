// The width of the task: dragged or moved by keys, and remembered. Loaded before the page is drawn, so that nothing jumps.
(() => {
  "use strict";
  const KEY = "backpass:split";
  const [LEAST, MIDDLE, MOST] = [25, 45, 70];
  const root = document.documentElement;
  let share = MIDDLE;

  function set(percent, handle = null) {
    share = Math.min(MOST, Math.max(LEAST, Math.round(percent)));
    root.style.setProperty("--split", `${share}fr`);
    root.style.setProperty("--split-rest", `${100 - share}fr`);
    if (handle) handle.setAttribute("aria-valuenow", share);
  }

  function keep() {
    try { localStorage.setItem(KEY, share); } catch { /* not remembered */ }
  }

  let kept = 0;
  try { kept = Number(localStorage.getItem(KEY)); } catch { /* nothing remembered */ }
  if (kept) set(kept);

  document.addEventListener("DOMContentLoaded", () => {
    const handle = document.querySelector("[data-split]");
    const area = handle.parentElement;
    handle.hidden = false;
    handle.setAttribute("aria-valuenow", share);

    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      event.preventDefault();
      handle.focus();
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const { left, width } = area.getBoundingClientRect();
      set((100 * (event.clientX - left)) / width, handle);
    });
    handle.addEventListener("pointerup", keep);
    handle.addEventListener("dblclick", () => { set(MIDDLE, handle); keep(); });
    handle.addEventListener("keydown", (event) => {
      const to = { ArrowLeft: share - 2, ArrowRight: share + 2, Home: LEAST, End: MOST, Enter: MIDDLE }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      set(to, handle);
      keep();
    });
  });
})();
