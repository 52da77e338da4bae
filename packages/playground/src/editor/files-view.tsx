import { useMemo } from "react";
import { listFiles } from "../files/list-files.js";
import { usePage } from "../frame/use-page.js";
import { CodeEditor } from "./code-editor.js";

/** The scenario's files, each to be edited; every change is played at once. */
export function FilesView() {
  const { data, state, dispatch } = usePage();
  const { open, outcome } = state;
  const groups = useMemo(() => listFiles(data.files, open.edits, open.folder), [data, open]);
  const path = state.file ?? groups[0]?.paths[0] ?? "";
  const text = open.edits.get(path) ?? data.files[path] ?? "";
  const problems = outcome?.kind === "invalid" ? outcome.problems : [];
  return (
    <div className="files">
      <nav className="files-list" aria-label="Files">
        {groups.map(({ folder, paths }, index) => (
          <div key={folder}>
            <h2 className="files-folder">
              {folder.split("/").at(-1)} {index > 0 && <span className="quiet">base</span>}
            </h2>
            <ul>
              {paths.map((one) => {
                const faults = problems.filter(({ file }) => file === one).length;
                return (
                  <li key={one}>
                    <button
                      type="button"
                      className="files-item"
                      aria-current={one === path ? "true" : undefined}
                      onClick={() => dispatch({ kind: "file", path: one })}
                    >
                      {one.slice(folder.length + 1)}
                      {open.edits.has(one) && <span className="files-edited"> edited</span>}
                      {faults > 0 && <span className="files-faults"> ✕ {faults}</span>}
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </nav>
      <CodeEditor
        key={`${open.folder} ${path}`}
        path={path}
        text={text}
        problems={problems}
        onChange={(changed) => dispatch({ kind: "edit", path, text: changed })}
      />
    </div>
  );
}
