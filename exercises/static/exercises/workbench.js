// The desks of a page, one for each framework that it shows: editor, draft, buttons, result. Without script they are plain forms.
(() => {
  "use strict";
  const { Drafts, ResultPlace, cookie } = window.backpass;
  const desks = [...document.querySelectorAll("[data-desk]")].map(openDesk);
  let lately = desks[0]; // where keys go that were pressed outside of an editor

  function openDesk(section) {
    const column = section.parentElement;
    const find = (selector) => column.querySelector(selector);
    const form = find("form.desk__form");
    const textarea = form.elements.source;
    const note = find("[data-saved-note]");
    const starter = find("[data-starter]").content.textContent;
    const desk = { section, form, press: (purpose) => form.querySelector(`[name=purpose][value=${purpose}]`).click() };
    let drafts = null;

    const editor = window.backpassEditor.open(textarea, {
      framework: form.elements.framework.value,
      names: form.dataset.names.split(" "),
      onChange: () => drafts?.changed(),
      onRun: () => desk.press("run"),
      onSubmit: () => desk.press("submit"),
      onHelp: showKeys,
    });
    drafts = new Drafts({ form, note, conflict: find("[data-conflict]"), editor });
    const place = new ResultPlace(find("[data-result]"), { announce: find("[data-announce]"), onShown: shown });
    column.addEventListener("focusin", () => { lately = desk; });
    find("[data-keys]").addEventListener("click", (event) => { event.preventDefault(); showKeys(); });

    function shown(found) {
      const marks = [...found.querySelectorAll("[data-mark]")];
      editor.mark(marks.map(({ dataset, textContent }, i) => ({ line: Number(dataset.mark), message: textContent, severity: i ? "info" : "error" })));
      const { box } = place;
      if (box.getBoundingClientRect().top > innerHeight - 120) box.scrollIntoView({ block: "start" });
      const recent = find("[id^=recent]");
      const own = find("[data-own] .own__body:has([data-own-empty])");
      if (found.hasAttribute("data-recorded")) refresh(["standing", "help", "against", recent.id]);
      if (own) openOwn(own.parentElement);
    }

    place.box.addEventListener("click", (event) => {
      const link = event.target.closest("[data-go-to]");
      if (!link) return;
      event.preventDefault();
      editor.goTo(Number(link.dataset.goTo));
    });

    find("[data-reset]").addEventListener("submit", (event) => {
      event.preventDefault();
      editor.value = starter;
      editor.focus();
      note.textContent = "Back to the start. Ctrl+Z undoes it.";
    });

    const own = find("[data-own]");
    if (own) own.addEventListener("toggle", () => { if (own.open && own.querySelector("[data-own-open]")) openOwn(own); });

    // htmx forgets which button it was when a key pressed it; the token in the cookie is always the latest.
    let purpose = "run";
    form.addEventListener("click", (event) => { purpose = event.target.closest("[name=purpose]")?.value ?? purpose; });
    form.addEventListener("htmx:configRequest", (event) => {
      if (event.detail.elt === form) event.detail.parameters.purpose = purpose;
    });
    form.addEventListener("htmx:beforeRequest", (event) => {
      if (event.detail.elt !== form) return;
      place.stop();
      drafts.sent();
      editor.mark([]);
    });
    form.addEventListener("htmx:afterRequest", (event) => {
      const moment = event.detail.xhr?.getResponseHeader("X-Draft-Saved");
      if (moment) drafts.saved(Number(moment), event.detail.requestConfig.parameters.source ?? editor.value);
    });
    form.addEventListener("htmx:sendError", () => {
      place.say("The server cannot be reached. Your code is kept in this browser; press again when you are online.");
    });
    form.addEventListener("htmx:responseError", (event) => {
      const again = Object.assign(document.createElement("a"), { className: "button", href: location.href, textContent: "Reload the page" });
      const sentence = event.detail.xhr.status === 413
        ? "That is far too much source: at most 64 KiB are read."
        : "The server did not take this. Your code is kept; reload the page and press again.";
      place.say(sentence, again);
    });
    return desk;
  }

  async function openOwn(own) {
    const answer = await fetch(own.dataset.own).catch(() => null);
    if (answer?.ok) own.querySelector(".own__body").innerHTML = await answer.text();
  }

  function showKeys() {
    document.querySelector("[data-shortcuts]").click();
  }

  // What a verdict changes elsewhere on the page.
  async function refresh(ids) {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ids) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (!old || !fresh) continue;
      old.replaceWith(fresh);
      htmx.process(fresh);
    }
  }

  document.body.addEventListener("htmx:configRequest", (event) => {
    const token = cookie("csrftoken");
    if (!token) return;
    event.detail.headers["X-CSRFToken"] = token;
    if ("csrfmiddlewaretoken" in event.detail.parameters) event.detail.parameters.csrfmiddlewaretoken = token;
  });

  document.addEventListener("keydown", (event) => { // also when no editor has the focus
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    lately.press(event.shiftKey ? "submit" : "run");
  });
})();
