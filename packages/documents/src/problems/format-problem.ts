import type { DocumentProblem } from "./document-problem.js";

/** A fault as a person reads it: place and message, what was expected and found, the line itself. */
export function formatProblem({ file, line, column, message, expected, actual, excerpt }: DocumentProblem): string {
  const details = [["expected", expected] as const, ["found", actual] as const]
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `  ${name.padEnd(9)}${text}`);
  return [`${file}:${line}:${column}  ${message}`, ...details, excerpt].filter((part) => part !== "").join("\n");
}
