// Arrow keys go through the results of a search, Escape closes them. Without script the field is a form like any other.
(() => {
  "use strict";

  const box = (target) => target instanceof Element && target.closest("[data-search-box]");
  const input = (found) => found.querySelector("[data-search]");
  const hits = (found) => [...found.querySelectorAll("[data-hit]")];

  const close = (found) => {
    const results = found.querySelector(".site-search__results");
    if (results) results.replaceChildren();
  };

  const step = (found, from, by) => {
    const links = hits(found);
    const at = links.indexOf(from);
    if (!links.length || (at < 0 && from !== input(found))) return false;
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    (links[next] || input(found)).focus();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    const found = box(event.target);
    if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && step(found, event.target, by)) event.preventDefault();
    if (event.key === "Escape" && found.matches(".site-search")) {
      close(found);
      input(found).focus();
    }
  });
})();
