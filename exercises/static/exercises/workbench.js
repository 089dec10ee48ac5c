// The workbench: the editor, drafts that survive everything, and results as they come. Without script it is a plain form.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const result = byId("result");

  // --- What waits: events, and where they do not come through, looking each second.

  let following = null;

  function follow() {
    if (following) following();
    following = null;
    const waiting = result.querySelector("[data-events]");
    if (!waiting) return;
    const { events, result: address } = waiting.dataset;
    const source = new EventSource(events);
    let timer = 0;
    const stop = () => { source.close(); clearTimeout(timer); };
    const look = async () => {
      try {
        const answer = await fetch(address, { headers: { "HX-Request": "true" } });
        if (answer.ok) show(await answer.text());
        if (answer.status === 404) return stop();
      } catch { /* offline: look again */ }
      if (result.querySelector("[data-events]")) timer = setTimeout(look, 1000);
    };
    source.addEventListener("state", (event) => show(event.data, false));
    source.addEventListener("result", (event) => { stop(); show(event.data); });
    source.addEventListener("done", stop);
    source.addEventListener("error", () => { if (source.readyState === EventSource.CLOSED) { stop(); look(); } });
    following = stop;
  }

  function show(html, announceIt = true) {
    const fragment = document.createRange().createContextualFragment(html);
    const stillWaiting = fragment.querySelector("[data-events]");
    if (stillWaiting && result.querySelector("[data-events]")) {
      result.querySelector("[data-sentence]").textContent = stillWaiting.querySelector("[data-sentence]").textContent;
      return;
    }
    result.replaceChildren(fragment);
    if (announceIt) shown();
  }

  // --- Once a result is there: said to screen readers, marked in the editor, buttons that need script.

  function shown() {
    const found = result.querySelector(".result");
    if (!found) return;
    if (following) following();
    const title = found.querySelector(".result__title").textContent.trim();
    byId("announce").textContent = `${title}. ${found.querySelector("[data-sentence]").textContent}`;
    for (const button of found.querySelectorAll("[data-copy], [data-go-to]")) {
      button.hidden = button.matches("[data-go-to]") && !editor;
    }
    if (editor) editor.mark(Number(found.dataset.line || 0), found.dataset.lineMessage || "");
    if (form && result.getBoundingClientRect().top > innerHeight - 120) result.scrollIntoView({ block: "start" });
    if (form && found.hasAttribute("data-recorded")) refresh(["standing", "help", "recent"]);
  }

  result.addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    const goTo = event.target.closest("[data-go-to]");
    if (goTo && editor) editor.goTo(Number(goTo.dataset.goTo));
    if (!copy) return;
    await navigator.clipboard.writeText(copy.parentElement.querySelector("[data-copy-source]").textContent);
    copy.lastChild.textContent = " Copied";
  });

  function problem(sentence, action = null) {
    const box = document.createElement("div");
    box.className = "stack stack--tight";
    box.append(Object.assign(document.createElement("p"), { className: "notice notice--warn", textContent: sentence }));
    if (action) box.append(action);
    result.replaceChildren(box);
    byId("announce").textContent = sentence;
  }

  // --- The editor and its drafts.

  const form = byId("workbench");
  let editor = null;
  if (form) startWorkbench();
  follow();
  shown();

  function cookie(name) {
    return document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  }

  // What a verdict changes elsewhere on the page.
  async function refresh(ids) {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ids) {
      const fresh = page.getElementById(id);
      if (!fresh) continue;
      byId(id).replaceWith(fresh);
      htmx.process(fresh);
    }
  }

  function startWorkbench() {
    const textarea = byId("source");
    const note = document.querySelector("[data-saved-note]");
    const starter = byId("starter").content.textContent;
    const key = `backpass:draft:${form.dataset.key}`;
    let kept = textarea.value;
    let timer = 0;

    const press = (purpose) => byId(purpose).click();
    editor = window.backpassEditor.open(textarea, {
      names: form.dataset.names.split(" "),
      onChange: changed,
      onRun: () => press("run"),
      onSubmit: () => press("submit"),
    });
    restore();

    function restore() {
      let local = null;
      try { local = JSON.parse(localStorage.getItem(key)); } catch { /* no storage, no draft */ }
      if (!local || local.source === textarea.value || local.time <= Number(form.dataset.saved || 0)) return;
      editor.value = local.source;
      note.textContent = "Draft restored from this browser";
    }

    function changed(source) {
      try { localStorage.setItem(key, JSON.stringify({ source, time: Date.now() })); } catch { /* full or forbidden */ }
      note.textContent = "";
      clearTimeout(timer);
      timer = setTimeout(save, 400);
    }

    async function save({ leaving = false, again = false } = {}) {
      clearTimeout(timer);
      const source = textarea.value;
      if (source === kept) return;
      const body = new URLSearchParams({ framework: form.elements.framework.value, source });
      try {
        const answer = await fetch(form.dataset.draft, {
          method: "POST", body, keepalive: leaving && source.length < 60000,
          headers: { Accept: "application/json", "X-CSRFToken": cookie("csrftoken") ?? "" },
        });
        const { saved, problem: refused, stale } = await answer.json();
        if (stale && !again) return save({ leaving, again: true }); // the answer has brought a fresh token
        if (!saved) { note.textContent = refused ? `Draft kept in this browser only: ${refused}` : "Draft kept in this browser"; return; }
        kept = source;
        if (textarea.value === source) note.textContent = "Draft saved";
      } catch {
        note.textContent = "Offline: draft kept in this browser";
      }
    }

    addEventListener("pagehide", () => save({ leaving: true }));
    document.addEventListener("visibilitychange", () => { if (document.hidden) save({ leaving: true }); });
    addEventListener("online", () => save());
    addEventListener("storage", (event) => {
      if (event.key !== key || !event.newValue) return;
      const { source } = JSON.parse(event.newValue);
      if (source === textarea.value) return;
      if (textarea.value === kept) { kept = source; editor.value = source; note.textContent = "Taken over from another tab"; }
      else note.textContent = "Another tab has a different draft of this";
    });

    byId("reset").addEventListener("submit", (event) => {
      event.preventDefault();
      editor.value = starter;
      editor.focus();
      note.textContent = "Back to the start. Ctrl+Z undoes it.";
    });

    document.addEventListener("keydown", (event) => { // also when the editor is not focused
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      press(event.shiftKey ? "submit" : "run");
    });

    // The token in the cookie is always the latest; the one in the page may be of before a login.
    let purpose = "run"; // htmx forgets which button it was when a key pressed it
    form.addEventListener("click", (event) => { purpose = event.target.closest("[name=purpose]")?.value ?? purpose; });
    document.body.addEventListener("htmx:configRequest", (event) => {
      if (event.detail.elt === form) event.detail.parameters.purpose = purpose;
      const token = cookie("csrftoken");
      if (token) event.detail.headers["X-CSRFToken"] = token;
      if (token && "csrfmiddlewaretoken" in event.detail.parameters) event.detail.parameters.csrfmiddlewaretoken = token;
    });
    form.addEventListener("htmx:beforeRequest", () => {
      if (following) following();
      kept = textarea.value; // submitting saves it
      clearTimeout(timer);
      editor.mark(0, "");
    });
    form.addEventListener("htmx:afterSwap", () => { follow(); shown(); });
    result.addEventListener("htmx:afterSwap", () => { follow(); shown(); });
    form.addEventListener("htmx:sendError", () => {
      kept = "";
      problem("The server cannot be reached. Your code is kept in this browser; press again when you are online.");
    });
    form.addEventListener("htmx:responseError", (event) => {
      kept = "";
      const again = Object.assign(document.createElement("a"), { className: "button", href: location.href, textContent: "Reload the page" });
      const sentence = event.detail.xhr.status === 413
        ? "That is far too much source: at most 64 KiB are read."
        : "The server did not take this. Your code is kept; reload the page and press again.";
      problem(sentence, again);
    });
  }
})();
