import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { complete } from "./complete.js";
import { describeName } from "./describe-name.js";
import { EDITOR_THEME } from "./editor-theme.js";
import { HIGHLIGHTS } from "./highlights.js";

/** What an editor of this file can do: the language by its ending, completion and descriptions by its schema, marks for faults. */
export function createExtensions(path: string, onChange: (text: string) => void): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    path.endsWith(".json") ? json() : yaml(),
    syntaxHighlighting(HIGHLIGHTS),
    EDITOR_THEME,
    autocompletion({ override: [complete(path)] }),
    describeName(path),
    EditorView.contentAttributes.of({ "aria-label": path, tabindex: "0" }),
    // Tab moves the focus on once Escape was pressed, as in every editor of this kind.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.toString());
    }),
  ];
}
