// Results as they come and what can be done with them: slices, cells, copying. The page shows all of it without script too.
window.backpass = window.backpass ?? {};
(() => {
  "use strict";

  // A place for results. It follows what waits there: by events, and where they do not come through, by looking each second.
  class ResultPlace {
    constructor(box, { onShown = () => {}, announce = null } = {}) {
      Object.assign(this, { box, onShown, announce });
      this.stop = () => {};
      box.addEventListener("click", (event) => this.clicked(event));
      box.addEventListener("pointerover", (event) => pointAt(event.target.closest?.(".maps td")));
      box.addEventListener("pointerleave", () => pointAt(null));
      box.addEventListener("htmx:afterSwap", (event) => { if (event.target === box) this.arrived(); });
      box.addEventListener("htmx:load", (event) => prepare(event.target));  // what was found after the verdict
      box.addEventListener("toggle", (event) => reachScrollers(event.target), true);
      this.arrived();
    }

    arrived() {
      this.follow();
      this.shown();
    }

    follow() {
      this.stop();
      const waiting = this.box.querySelector("[data-events]");
      if (!waiting) return;
      const { events, result: address } = waiting.dataset;
      const source = new EventSource(events);
      let timer = 0;
      this.stop = () => { source.close(); clearTimeout(timer); };
      const look = async () => {
        try {
          const answer = await fetch(address, { headers: { "HX-Request": "true" } });
          if (answer.ok) this.show(await answer.text());
          if (answer.status === 404) return this.stop();
        } catch { /* offline: look again */ }
        if (this.box.querySelector("[data-events]")) timer = setTimeout(look, 1000);
      };
      source.addEventListener("state", (event) => this.show(event.data));
      source.addEventListener("result", (event) => { this.stop(); this.show(event.data); });
      source.addEventListener("done", this.stop);
      source.addEventListener("error", () => { if (source.readyState === EventSource.CLOSED) { this.stop(); look(); } });
    }

    show(html) {
      const fragment = document.createRange().createContextualFragment(html);
      const stillWaiting = fragment.querySelector("[data-events] [data-sentence]");
      const waiting = this.box.querySelector("[data-events] [data-sentence]");
      if (stillWaiting && waiting) waiting.textContent = stillWaiting.textContent;
      else {
        this.box.replaceChildren(fragment);
        htmx.process(this.box);
        this.shown();
      }
    }

    shown() {
      const found = this.box.querySelector(".result");
      if (!found) return;
      this.stop();
      const title = found.querySelector(".result__title").textContent.trim();
      if (this.announce) this.announce.textContent = `${title}. ${found.querySelector("[data-sentence]").textContent}`;
      prepare(found);
      this.onShown(found);
    }

    clicked(event) {
      const copy = event.target.closest("[data-copy]");
      if (copy) copyFrom(copy);
    }

    say(sentence, action = null) {
      const box = document.createElement("div");
      box.className = "stack stack--tight";
      box.append(Object.assign(document.createElement("p"), { className: "notice notice--warn", textContent: sentence }));
      if (action) box.append(action);
      this.box.replaceChildren(box);
      if (this.announce) this.announce.textContent = sentence;
    }
  }

  function prepare(root) {
    for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
    root.querySelectorAll("[data-slices]").forEach(chooseSlices);
    reachScrollers(root);
  }

  async function copyFrom(button) {
    await navigator.clipboard.writeText(button.parentElement.querySelector("[data-copy-source]").textContent);
    button.lastChild.textContent = " Copied";
  }

  // A choice in place of a long column of slices.
  function chooseSlices(box) {
    const more = box.querySelector(".slices__more");
    if (!more) return;
    for (const slice of [...more.querySelectorAll("[data-slice]")]) box.append(slice);
    more.remove();
    const slices = [...box.querySelectorAll("[data-slice]")];
    const label = Object.assign(document.createElement("label"), { className: "slices__choice small", textContent: "Slice " });
    const select = document.createElement("select");
    for (const { dataset } of slices) {
      const compared = box.querySelector(".wrong, .right") !== null;
      const about = !compared ? "" : Number(dataset.wrong) ? ` · ${dataset.wrong} wrong` : " · right";
      select.add(new Option(dataset.slice + about, dataset.slice));
    }
    const choose = () => { for (const slice of slices) slice.hidden = slice.dataset.slice !== select.value; };
    select.addEventListener("change", choose);
    for (const where of box.querySelectorAll(".slice__where")) where.hidden = true;
    label.append(select);
    box.prepend(label);
    choose();
  }

  // The same cell in the tables beside it.
  let pointed = [];
  function pointAt(cell) {
    for (const each of pointed) each.classList.remove("same");
    pointed = [];
    if (!cell) return;
    const row = cell.parentElement.rowIndex;
    for (const table of cell.closest("[data-maps]").querySelectorAll("table")) {
      const twin = table.rows[row]?.cells[cell.cellIndex];
      if (twin) pointed.push(twin);
    }
    for (const each of pointed) each.classList.add("same");
  }

  window.backpass.ResultPlace = ResultPlace;
  const alone = document.querySelector("[data-result]");
  if (alone && !document.querySelector("[data-desk]")) new ResultPlace(alone, { announce: document.querySelector("[data-announce]") });
})();
