/** The diagrams in docs/flow are what Mermaid reads: its grammar for sequence diagrams, as far as they use it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mermaidText } from "@irsa-sim/trace-views";
import fc from "fast-check";
import { expect, test } from "vitest";

const FOLDER = new URL("../../docs/flow/", import.meta.url).pathname;
/** Text may have entities, `#59;`, and else none of the marks with which a statement or a comment begins. */
const TEXT = '(?:[^#;%<>&"$\\n]|#\\d+;|<br/>)+';
const STATEMENTS = [
  /^ {2}participant (\w+) as [\w() ]+$/,
  new RegExp(`^ {2}(\\w+)--?>>(\\w+): ${TEXT}$`),
  new RegExp(`^ {2}Note over (\\w+)(?:,(\\w+))?: ${TEXT}$`),
];

const pages = readdirSync(FOLDER).map((name) => ({ name, diagrams: diagramsOf(readFileSync(join(FOLDER, name), "utf8")) }));

function diagramsOf(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text.trimEnd().split("\n"));
}

test.each(pages)("$name has one diagram, of statements that Mermaid reads, between lanes that it names first", ({ diagrams }) => {
  expect(diagrams).toHaveLength(1);
  const [first, ...lines] = diagrams[0] ?? [];
  expect(first).toBe("sequenceDiagram");
  expect(lines.filter((line) => !STATEMENTS.some((statement) => statement.test(line)))).toEqual([]);
  const lanes = lines.flatMap((line) => STATEMENTS[0]?.exec(line)?.[1] ?? []);
  const named = lines.flatMap((line) => STATEMENTS.slice(1).flatMap((statement) => statement.exec(line)?.slice(1).filter(Boolean) ?? []));
  expect(lanes.length).toBeGreaterThan(0);
  expect([...new Set(named)].sort()).toEqual([...lanes].sort());
});

test("there is a diagram for each step, and one of the whole", () => {
  expect(pages).toHaveLength(11);
});

test("whatever a text holds, it stays one text", () => {
  const text = fc.string({ unit: fc.oneof(fc.constantFrom(";", "#", "%%", "<script>", "\n", "\u0000", "&amp;", "$$", "end", "->>", ":"), fc.string()) });
  fc.assert(
    fc.property(text, (words) => {
      expect(mermaidText(words)).toMatch(new RegExp(`^(?:${TEXT})?$`));
    }),
  );
});
