// Keys for items: 1-9 choose, Enter checks and goes on, S skips. Without script everything works by mouse and Tab.
(() => {
  "use strict";

  const typing = (target) =>
    target.closest("textarea, select, dialog, [contenteditable]") ||
    (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));

  const form = (target) => target.closest("form[data-item]") || document.querySelector("form[data-item]");

  const choose = (item, number) => {
    const input = item && item.querySelectorAll("[data-number]")[number - 1];
    if (!input) return false;
    input.focus();
    input.click();
    return true;
  };

  const enter = (target) => {
    if (target.closest("a, button, summary")) return false; // these know what to do themselves
    const item = form(target);
    const next = document.querySelector("[data-next]");
    if (item) item.requestSubmit(item.querySelector("[data-check]"));
    else if (next) next.click();
    return Boolean(item || next);
  };

  const skip = () => {
    const button = document.querySelector("[data-skip]");
    if (button) button.click();
    return Boolean(button);
  };

  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(target)) return;
    let done = false;
    if (/^[1-9]$/.test(event.key)) done = choose(form(target), Number(event.key));
    else if (event.key === "Enter") done = enter(target);
    else if (event.key.toLowerCase() === "s") done = skip();
    if (done) event.preventDefault();
  });
})();
