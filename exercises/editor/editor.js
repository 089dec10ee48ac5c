// Turns the workbench's textarea into a code editor. The textarea stays the form's field and is kept in step.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completeFromList, ifNotIn } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { globalCompletion, localCompletionSource, python, pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { memberCompletion } from "./names.js";

const nonce = document.currentScript.nonce;

const look = EditorView.theme({
  "&": { backgroundColor: "var(--code-bg)", color: "var(--code-text)", fontSize: "0.875rem", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6", fontVariantLigatures: "none" },
  ".cm-content": { caretColor: "var(--accent)", padding: "0.6rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--code-bg)", color: "var(--muted)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 0.6rem 0 0.9rem", minWidth: "2.6rem" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--code-active)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "light-dark(#c9d2ff, #34407a)",
  },
  ".cm-selectionMatch": { backgroundColor: "light-dark(#e3e8ff, #262f55)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--line-strong)" },
  ".cm-panels, .cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--text)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-tooltip-lint": { padding: "0", maxWidth: "32rem" },
  ".cm-diagnostic": { padding: "0.4rem 0.7rem", fontFamily: "var(--font)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-button, .cm-textfield": { backgroundImage: "none", background: "var(--surface)", color: "var(--text)" },
});

const STRINGS = ["String", "Comment", "PropertyName", "."];

function wordsOf(names) { // the statement's own: its functions and their arguments
  return ifNotIn(STRINGS, completeFromList(names.map((label) => ({ label, type: "variable", detail: "statement", boost: 10 }))));
}

export function openEditor(textarea, { framework, names = [], onChange, onRun, onSubmit, onHelp }) {
  const completions = [
    ifNotIn(["String", "Comment"], memberCompletion(framework)), wordsOf(names), localCompletionSource, globalCompletion,
  ];
  const view = new EditorView({
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        nonce ? EditorView.cspNonce.of(nonce) : [],
        Prec.highest(keymap.of([ // before the default keymaps, which use these keys for something else
          { key: "Mod-Enter", run: () => (onRun(), true) },
          { key: "Mod-Shift-Enter", run: () => (onSubmit(), true) },
          { key: "F1", run: () => (onHelp(), true) },
          { key: "Escape", run: (view) => (view.setTabFocusMode(2000), false) }, // also when it closes a list of names
        ])),
        lineNumbers(), highlightActiveLineGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(),
        closeBrackets(), autocompletion({ icons: false }), highlightActiveLine(), highlightSelectionMatches(),
        search({ top: true }), lintGutter(), python(), indentUnit.of("    "), EditorState.tabSize.of(4),
        completions.map((autocomplete) => pythonLanguage.data.of({ autocomplete })),
        syntaxHighlighting(classHighlighter), look,
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          tabindex: "0",
          "aria-labelledby": textarea.labels[0]?.id ?? "",
          "aria-describedby": textarea.getAttribute("aria-describedby") ?? "",
          spellcheck: "false", autocorrect: "off", autocapitalize: "off",
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          textarea.value = update.state.doc.toString();
          onChange(textarea.value);
        }),
      ],
    }),
  });
  textarea.before(view.dom);
  textarea.hidden = true;
  textarea.required = false;
  return {
    focus: () => view.focus(),
    get value() { return view.state.doc.toString(); },
    set value(text) {
      if (text === view.state.doc.toString()) return;
      const changes = { from: 0, to: view.state.doc.length, insert: text };
      view.dispatch({ changes, annotations: isolateHistory.of("full") }); // one step of undoing
    },
    mark(marks) { // [{ line, message, severity }]: what is wrong there, in the margin and under the text
      const { doc } = view.state;
      const found = marks.filter(({ line }) => line >= 1 && line <= doc.lines).map(({ line, message, severity = "error" }) => {
        const { from, to, text } = doc.line(line);
        return { from: from + text.search(/\S|$/), to, severity, message };
      });
      view.dispatch(setDiagnostics(view.state, found));
    },
    goTo(number) {
      const { from } = view.state.doc.line(Math.min(Math.max(number, 1), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
  };
}

window.backpassEditor = { open: openEditor };
