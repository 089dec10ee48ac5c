// Steps to order are moved by buttons, or with the arrow keys. Without script each step has a list of places.
(() => {
  "use strict";

  const steps = (list) => [...list.children];
  const place = (step) => step.querySelector("select");

  const number = (list) => steps(list).forEach((step, index) => {
    place(step).value = String(index + 1);
    step.querySelector('[data-move="-1"]').disabled = index === 0;
    step.querySelector('[data-move="1"]').disabled = index === list.children.length - 1;
  });

  const prepare = (root) => root.querySelectorAll('[data-ordering=""]').forEach((list) => {
    list.dataset.ordering = "ready";
    list.querySelectorAll("[hidden]").forEach((moves) => { moves.hidden = false; });
    document.querySelectorAll(`#${list.getAttribute("aria-labelledby").replace("prompt", "how")}`).forEach((how) => {
      how.textContent = "Go to a step by its number, and move it with the arrow keys ↑ ↓ or its buttons.";
    });
    number(list);
  });

  const move = (step, by, button) => {
    const list = step.parentElement;
    const other = by < 0 ? step.previousElementSibling : step.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(step);
    else other.after(step);
    number(list);
    const still = button.disabled ? step.querySelector("[data-move]:not(:disabled)") : button;
    still.focus();
    const said = list.parentElement.querySelector("[data-moved]");
    said.textContent = `Now at place ${steps(list).indexOf(step) + 1} of ${list.children.length}`;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-ordering] [data-move]");
    if (button) move(button.closest("li"), Number(button.dataset.move), button);
  });

  document.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const step = event.target instanceof Element && event.target.closest('[data-ordering="ready"] > li');
    if (!by || !step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(step, by, step.querySelector(`[data-move="${by}"]`));
  });

  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
  prepare(document);
})();
