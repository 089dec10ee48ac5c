// Keys for items: 1-9 choose an option or go to a field, Enter checks and goes on, S skips. Without script everything works by mouse and Tab.
// An answer that could not be sent stays in the form; one refused because of a log-in in another tab is sent again.
(() => {
  "use strict";

  const typing = (target) =>
    target.closest("textarea, select, dialog, [contenteditable]") ||
    (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));

  const form = (target) => target.closest("form[data-item]") || document.querySelector("form[data-item]");

  const FIELDS = "[data-ordering=ready] > li, select, textarea, input:not([type=hidden])";

  const choose = (item, number) => {
    const inputs = item ? item.querySelectorAll("[data-number]") : [];
    if (inputs.length) {
      const input = inputs[number - 1];
      if (input) input.click();
      if (input) input.focus();
      return Boolean(input);
    }
    const field = item && [...item.querySelectorAll(FIELDS)].filter((one) => one.offsetParent)[number - 1];
    if (!field) return false;
    if (field.type === "radio") field.click();
    (field.matches("li") ? field.querySelector("[data-move]:not(:disabled)") : field).focus();
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
    const words = target.closest("form[data-item] textarea");
    if (words && event.key === "Enter" && (event.ctrlKey || event.metaKey)) enter(words);
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || typing(target)) return;
    let done = false;
    if (/^[1-9]$/.test(event.key)) done = choose(form(target), Number(event.key));
    else if (event.key === "Enter") done = enter(target);
    else if (event.key.toLowerCase() === "s") done = skip();
    if (done) event.preventDefault();
  });

  const sent = (event) => event.detail.requestConfig.elt.closest("form[data-item]"); // the event itself is the target's

  const say = (item, sentence) => {
    const line = item.querySelector("[data-trouble]") || document.createElement("p");
    line.className = "notice notice--warn";
    line.dataset.trouble = "";
    line.setAttribute("role", "alert");
    line.textContent = sentence;
    item.append(line);
  };

  const renew = async (item) => {
    const page = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[name=csrfmiddlewaretoken]");
    if (!fresh) throw new Error("no token");
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = fresh.value; });
    item.dataset.renewed = "";
    item.requestSubmit(item.querySelector("[data-check]"));
  };

  document.addEventListener("htmx:responseError", (event) => {
    const item = sent(event);
    if (!item) return;
    const stuck = () => say(item, "This could not be taken. Your answer is still here: reload the page and send it again.");
    if (event.detail.xhr.status === 403 && !("renewed" in item.dataset)) renew(item).catch(stuck);
    else stuck();
  });

  document.addEventListener("htmx:sendError", (event) => {
    const item = sent(event);
    if (item) say(item, "The site could not be reached. Your answer is still here: try again.");
  });
})();
