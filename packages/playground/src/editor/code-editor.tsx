import { setDiagnostics } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import type { ScenarioProblem } from "@irsa-sim/scenario-runner";
import { useEffect, useLayoutEffect, useRef } from "react";
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

  // Made once for a file: later texts come from the editor itself.
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const extensions = createExtensions(path, (now) => latest.current.onChange(now));
    const view = new EditorView({ doc: latest.current.text, root, parent: root, extensions });
    editor.current = view;
    return () => view.destroy();
  }, [path]);

  // What others change, such as a fault that is put into the timeline, comes into the editor too. With the drawing, before anybody can type on: later, the text that
  // was drawn would be older than the editor's, and letters would be lost.
  useLayoutEffect(() => {
    const view = editor.current;
    if (view === null || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const view = editor.current;
    if (view === null) return;
    view.dispatch(setDiagnostics(view.state, toDiagnostics(problems, path, view.state.doc)));
  }, [problems, path]);

  return <div className="editor" ref={host} />;
}
