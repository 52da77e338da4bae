import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;

/** Codes of all classes that extend SimulatorError: a literal `code = "…"`, or the union that types it. */
function codesInSources(): readonly string[] {
  const files = readdirSync(join(ROOT, "packages")).flatMap((name) =>
    readdirSync(join(ROOT, "packages", name, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => join(name, "src", file)),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(ROOT, "packages", file), "utf8");
    if (!/extends (?:Simulator|Documents)Error/.test(text)) return [];
    const literals = [...text.matchAll(/code = "(\w+)"/g)].map((match) => match[1] as string);
    const unions = [...text.matchAll(/export type \w+ErrorCode =([^;]+);/g)].flatMap((match) =>
      [...(match[1] as string).matchAll(/"(\w+)"/g)].map((name) => name[1] as string),
    );
    return [...literals, ...unions];
  });
}

test("every error code has a heading in docs/errors.md, and no heading is without a code", () => {
  const page = readFileSync(join(ROOT, "docs/errors.md"), "utf8");
  const headings = [...page.matchAll(/^## (.+)$/gm)].flatMap((match) => (match[1] as string).split(", "));
  expect([...headings].sort()).toEqual([...new Set(codesInSources())].sort());
});
