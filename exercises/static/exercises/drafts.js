// A draft: kept in this browser with each key, on the server a moment later. Where two drafts meet, a person chooses.
window.backpass = window.backpass ?? {};
(() => {
  "use strict";
  const PAUSE = 400; // milliseconds after the last key
  const AGAIN = 15000; // after the server could not be reached
  const cookie = (name) => document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);

  // Stored: { source, base, synced }. `base` is when the server last saved what this draft grew from.
  class Drafts {
    constructor({ form, note, conflict, editor }) {
      Object.assign(this, { form, note, conflict, editor });
      this.key = `backpass:draft:${form.dataset.key}`;
      this.kept = editor.value; // what the server has, as far as we know
      this.timer = 0;
      this.restore();
      addEventListener("pagehide", () => this.save({ leaving: true }));
      document.addEventListener("visibilitychange", () => { if (document.hidden) this.save({ leaving: true }); });
      addEventListener("online", () => this.save());
      addEventListener("pageshow", (event) => { if (event.persisted) this.restore(); });
      addEventListener("storage", (event) => { if (event.key === this.key && event.newValue) this.otherTab(JSON.parse(event.newValue)); });
    }

    get base() { return Number(this.form.elements.base.value); }
    set base(moment) { this.form.elements.base.value = moment; }

    read() {
      try { return JSON.parse(localStorage.getItem(this.key)); } catch { return null; }
    }

    write(synced) {
      const stored = { source: this.editor.value, base: this.base, synced };
      try { localStorage.setItem(this.key, JSON.stringify(stored)); } catch { /* full or forbidden: the server has it soon */ }
    }

    restore() {
      const local = this.read();
      if (!local || local.source === this.editor.value) return;
      const starter = this.form.parentElement.querySelector("[data-starter]").content.textContent;
      if ("bug" in this.form.dataset && local.source === starter) return; // nothing of one's own: the code with the bug stays
      const base = local.base ?? 0;
      if (base >= this.base) { // this page is older than what the browser has: Back, or nothing saved since
        this.base = base;
        if (local.synced) this.kept = local.source;
        this.editor.value = local.source;
        this.note.textContent = "Draft restored from this browser";
        if (!local.synced) this.later();
      } else if (!local.synced) {
        this.offer("In this browser is a draft that never reached the server, and another page has saved a different one since.", local.source, this.base);
      }
    }

    changed() {
      this.write(false);
      this.note.textContent = "";
      this.later();
    }

    later(delay = PAUSE) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), delay);
    }

    async save({ leaving = false, again = false } = {}) {
      clearTimeout(this.timer);
      const source = this.editor.value;
      if (source === this.kept || !this.conflict.hidden) return;
      const { framework, device, owner } = this.form.elements;
      const body = new URLSearchParams({ framework: framework.value, owner: owner.value, base: this.base, source });
      if (device) body.set("device", device.value);
      let answer;
      try {
        const response = await fetch(this.form.dataset.draft, {
          method: "POST", body, keepalive: leaving && source.length < 60000,
          headers: { Accept: "application/json", "X-CSRFToken": cookie("csrftoken") ?? "" },
        });
        answer = await response.json();
      } catch {
        this.note.textContent = "Offline: draft kept in this browser";
        this.later(AGAIN);
        return;
      }
      if (answer.stale && !again) return this.save({ leaving, again: true }); // the answer has brought a fresh token
      this.answered(answer, source);
    }

    answered({ saved, conflict, problem, log_in: logIn }, source) {
      if (conflict !== undefined) {
        this.offer("Another tab or device has saved a different draft of this.", conflict, saved);
      } else if (logIn) {
        const link = Object.assign(document.createElement("a"), { href: logIn, target: "_blank", textContent: "Log in" });
        this.note.replaceChildren("Logged out: draft kept in this browser. ", link);
      } else if (!saved) {
        this.note.textContent = problem ? `Draft kept in this browser only: ${problem}` : "Draft kept in this browser";
      } else {
        this.saved(saved, source);
      }
    }

    // The server has this source now.
    saved(moment, source) {
      this.kept = source;
      this.base = moment;
      const same = this.editor.value === source;
      this.write(same);
      if (same) this.note.textContent = "Draft saved";
    }

    sent() { // with a submission; its answer says whether the draft was taken over
      clearTimeout(this.timer);
    }

    otherTab({ source, base = 0, synced }) {
      if (source === this.editor.value) {
        this.base = Math.max(this.base, base);
        if (synced) this.kept = source;
      } else if (this.editor.value === this.kept) {
        this.base = base;
        this.kept = source;
        this.editor.value = source;
        this.note.textContent = "Taken over from another tab";
      } else {
        this.offer("Another tab has a different draft of this.", source, Math.max(this.base, base));
      }
    }

    // Both stay until one is chosen.
    offer(sentence, other, moment) {
      const mine = this.button("Keep what is here", () => { this.base = moment; this.kept = null; this.save(); });
      const theirs = this.button("Take the other one", () => {
        this.base = moment;
        this.kept = null;
        this.editor.value = other;
        this.save();
      });
      const text = Object.assign(document.createElement("p"), { textContent: sentence });
      const look = document.createElement("details");
      const pre = Object.assign(document.createElement("pre"), { textContent: other, tabIndex: 0 });
      look.append(Object.assign(document.createElement("summary"), { textContent: "Look at the other one" }), pre);
      const row = Object.assign(document.createElement("div"), { className: "row" });
      row.append(mine, theirs);
      this.conflict.replaceChildren(text, row, look);
      this.conflict.setAttribute("role", "alert");
      this.conflict.hidden = false;
      this.note.textContent = "Two drafts";
    }

    button(words, action) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--small", textContent: words });
      button.addEventListener("click", () => { this.conflict.hidden = true; this.note.textContent = ""; action(); this.editor.focus(); });
      return button;
    }
  }

  window.backpass.Drafts = Drafts;
  window.backpass.cookie = cookie;
})();
