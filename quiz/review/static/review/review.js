// Keys of the review page: 1-4 rate once there is nothing left to choose, U takes the last review back.
(() => {
  "use strict";

  const press = (selector, number = 1) => {
    const button = document.querySelectorAll(selector)[number - 1];
    if (!button) return false;
    button.click();
    return true;
  };

  const rate = (number) => !document.querySelector("form[data-item]") && press("[data-rating]", number);

  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input:not([type=radio], [type=checkbox]), textarea, select, dialog")) return;
    const done = /^[1-4]$/.test(event.key) ? rate(Number(event.key)) : event.key.toLowerCase() === "u" && press("[data-undo]");
    if (done) event.preventDefault();
  });
})();
