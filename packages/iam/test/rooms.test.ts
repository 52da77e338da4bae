import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const SOURCES = new URL("../src", import.meta.url).pathname;

/** The folders whose files are reached from an entry, types included. */
function roomsBehind(entry: string): readonly string[] {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const imports = readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)\.js"/g);
    for (const [, path] of imports) visit(resolve(dirname(file), `${path}.ts`));
  };
  visit(resolve(SOURCES, entry));
  const folders = [...reached].map((file) => relative(SOURCES, file).split("/")).flatMap(([folder = "", ...rest]) => (rest.length === 0 ? [] : [folder]));
  return [...new Set(folders)].sort();
}

test.each([
  { entry: "evaluation.ts", rooms: ["condition-keys", "evaluation", "findings", "grammar"] },
  { entry: "accounts.ts", rooms: ["accounts", "evaluation"] },
  { entry: "authentication.ts", rooms: ["accounts", "authentication", "encoding", "evaluation", "sessions"] },
  { entry: "authorization.ts", rooms: ["accounts", "authentication", "authorization", "evaluation", "sessions"] },
  { entry: "query-api.ts", rooms: ["accounts", "authentication", "authorization", "encoding", "evaluation", "grammar", "query-api", "sessions"] },
])("who imports $entry gets $rooms and no more", ({ entry, rooms }) => {
  expect(roomsBehind(entry)).toEqual(rooms);
});
