import { setDiagnostics } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import type { ScenarioProblem } from "@irsa-sim/scenario-runner";
import { useEffect, useRef } from "react";
import { createExtensions } from "./create-extensions.js";
import { toDiagnostics } from "./to-diagnostics.js";

interface CodeEditorProps {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ScenarioProblem[];
  readonly onChange: (text: string) => void;
}

/**
 * An editor for one file. It stands in a shadow root: there the editor's styles become constructed style sheets, which the page's policy lets through, where style
 * elements would be refused.
 */
export function CodeEditor({ path, text, problems, onChange }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };
  /** Texts that the editor itself has told of and that have not come back yet: who types goes on while the page still draws an earlier one. */
  const told = useRef<readonly string[]>([]);

  // Made once for a file: later texts come from the editor itself.
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const extensions = createExtensions(path, (now) => {
      told.current = [...told.current, now];
      latest.current.onChange(now);
    });
    const view = new EditorView({ doc: latest.current.text, root, parent: root, extensions });
    editor.current = view;
    return () => view.destroy();
  }, [path]);

  // What others change, such as a fault that is put into the timeline, comes into the editor too.
  useEffect(() => {
    const view = editor.current;
    if (view === null) return;
    const isOwn = told.current.includes(text);
    if (view.state.doc.toString() === text) told.current = [];
    else if (!isOwn) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  });

  useEffect(() => {
    const view = editor.current;
    if (view === null) return;
    view.dispatch(setDiagnostics(view.state, toDiagnostics(problems, path, view.state.doc)));
  }, [problems, path]);

  return <div className="editor" ref={host} />;
}
