import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { ScenarioProblem } from "@irsa-sim/scenario-runner";

/** A file's faults as the editor marks them: from the place that the loader names to the end of the word. */
export function toDiagnostics(problems: readonly ScenarioProblem[], path: string, doc: Text): Diagnostic[] {
  return problems
    .filter(({ file }) => file === path)
    .map(({ line, column, message, expected, actual }) => {
      const written = doc.line(Math.min(Math.max(1, line), doc.lines));
      const from = Math.min(written.from + column - 1, written.to);
      const word = /^[^\s,:]+/.exec(doc.sliceString(from, written.to))?.[0].length ?? 1;
      const details = [...(expected === "" ? [] : [`expected ${expected}`]), ...(actual === "" ? [] : [`found ${actual}`])];
      return { from, to: Math.min(from + word, written.to), severity: "error", message: [message, ...details].join("\n") } as const;
    });
}
