// The little that every page does with script: each thing here also works, or is not needed, without it.
"use strict";

const THEMES = {
  system: { next: "light", icon: "monitor", label: "Look: as the system. Change to light" },
  light: { next: "dark", icon: "sun", label: "Look: light. Change to dark" },
  dark: { next: "system", icon: "moon", label: "Look: dark. Change to the system's" },
};

function setTheme(form, theme) {
  const { next, icon, label } = THEMES[theme];
  const button = form.querySelector("button");
  const use = form.querySelector("use");
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax${secure}`;
  document.documentElement.dataset.theme = theme;
  button.value = next;
  button.title = label;
  form.querySelector("[data-theme-label]").textContent = label;
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${icon}`));
}

document.querySelectorAll("[data-theme-form]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    setTheme(form, form.querySelector("button").value);
  });
});

// What is wider than its place can be scrolled with the keyboard.
function reachScrollers(root) {
  root.querySelectorAll(".formula, .scroll, :not(.formula, .visually-hidden, .visually-hidden *) > math").forEach((box) => {
    const wide = box.scrollWidth > box.clientWidth;
    box.toggleAttribute("tabindex", wide);
    if (wide) box.tabIndex = 0;
  });
}
reachScrollers(document);
document.fonts.addEventListener("loadingdone", () => reachScrollers(document));
addEventListener("resize", () => reachScrollers(document));
document.addEventListener("htmx:load", (event) => reachScrollers(event.target));

// On a phone the places scroll sideways: the one that is open is brought into sight.
document.querySelectorAll(".site-nav [aria-current]").forEach((here) => {
  const nav = here.parentElement;
  nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
});

function typing(target) {
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], dialog");
}

const shortcuts = document.getElementById("shortcuts");
document.querySelector("[data-shortcuts]").addEventListener("click", (event) => {
  event.preventDefault();
  shortcuts.showModal();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "?") {
    event.preventDefault();
    shortcuts.showModal();
  } else if (event.key === "/") {
    event.preventDefault();
    const search = [...document.querySelectorAll("[data-search]")].find((field) => field.offsetParent);
    if (search) search.focus();
    else location.href = document.body.dataset.searchPage;
  }
});

// A password can be looked at before it is sent.
document.querySelectorAll("input[type=password]").forEach((input) => {
  const label = document.createElement("label");
  label.className = "check small";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => { input.type = box.checked ? "text" : "password"; });
  label.append(box, "Show the password");
  input.after(label);
});

// Offers the zone of this device where another one is set.
document.querySelectorAll("select[name=time_zone]").forEach((select) => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (select.value === zone || ![...select.options].some((option) => option.value === zone)) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--small";
  button.textContent = `Use this device's: ${zone.replaceAll("_", " ")}`;
  button.addEventListener("click", () => { select.value = zone; button.remove(); });
  select.after(button);
});

// The same where the zone matters: one click takes this device's.
document.querySelectorAll("form[data-time-zone]").forEach((form) => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || form.dataset.timeZone === zone) return;
  form.elements.time_zone.value = zone;
  const button = form.querySelector("button");
  button.textContent = `Use this device's: ${zone.replaceAll("_", " ")}`;
  button.hidden = false;
});
