/** Whether an output is what a page quotes: line by line, where a line `…` stands for any lines, and `…` within a line for anything. */
export function printsAsQuoted(output: string, quoted: readonly string[]): boolean {
  const pattern = quoted.map((line) => (line === "…" ? "(?:.*\\n)*?" : `${line.split("…").map(escaped).join(".*")}\\n`)).join("");
  return new RegExp(`^${pattern}$`).test(`${output.trimEnd()}\n`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
