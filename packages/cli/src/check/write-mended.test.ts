import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { UsageError } from "../usage-error.js";
import { writeMended } from "./write-mended.js";

const FILES = [
  { file: "a.yaml", before: "a: 1\n", after: "a: 2\n", generated: null },
  { file: "b.yaml", before: "b: 1\n", after: "b: 2\n", generated: null },
];
let folder: string;
const paths = (): ReadonlyMap<string, string> => new Map(FILES.map(({ file }) => [file, join(folder, file)]));
const texts = () => readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-mended-"));
  for (const { file, before } of FILES) writeFileSync(join(folder, file), before);
});
afterEach(() => rmSync(folder, { recursive: true }));

test("every file is written, and nothing is left beside them", () => {
  writeMended(FILES, paths());
  expect(texts()).toEqual(["a: 2\n", "b: 2\n"]);
});

test("none is written when one has changed since it was read", () => {
  writeFileSync(join(folder, "b.yaml"), "b: 7\n");
  expect(() => writeMended(FILES, paths())).toThrow(UsageError);
  expect(texts()).toEqual(["a: 1\n", "b: 7\n"]);
});
