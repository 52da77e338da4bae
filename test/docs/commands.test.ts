/** Every command that stands in a console block of the README and the workshop runs, and prints what is quoted below it. */
import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { consoleBlocks } from "./console-blocks.js";
import { printsAsQuoted } from "./prints-as-quoted.js";

/** Some commands play a whole block; a machine with other work takes its time. */
const PATIENCE_MS = 180_000;
const ROOT = new URL("../..", import.meta.url).pathname;
const PAGES = ["README.md", "docs/workshop/README.md", "docs/workshop/trainer-notes.md"];
const commands = PAGES.flatMap((page) => consoleBlocks(readFileSync(join(ROOT, page), "utf8")).map((one) => ({ page, ...one })));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-docs-"));
  // `irsa-sim` as it is after an installation: a program on the path.
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/irsa-sim"), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "packages/cli/dist/main.js")}" "$@"\n`);
  chmodSync(join(folder, "bin/irsa-sim"), 0o755);
});

afterAll(() => rmSync(folder, { recursive: true }));

function inShell(command: string): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const { PATH = "" } = process.env;
  const env = { PATH: `${join(folder, "bin")}${delimiter}${PATH}`, HOME: folder, XDG_CACHE_HOME: folder };
  return new Promise((resolve) => {
    execFile("/bin/sh", ["-c", command], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe("an output is compared with what is quoted", () => {
  test.each([
    { name: "the same lines", quoted: ["a", "b"], output: "a\nb\n", same: true },
    { name: "another line", quoted: ["a", "b"], output: "a\nc\n", same: false },
    { name: "a line too many", quoted: ["a"], output: "a\nb\n", same: false },
    { name: "lines left out", quoted: ["a", "…", "d"], output: "a\nb\nc\nd\n", same: true },
    { name: "none of them", quoted: ["…", "d"], output: "d\n", same: true },
    { name: "a part of a line left out", quoted: ["took … s"], output: "took 1.2 s\n", same: true },
    { name: "marks of a pattern are text", quoted: ["a.b (c)"], output: "axb (c)\n", same: false },
  ])("$name", ({ quoted, output, same }) => {
    expect(printsAsQuoted(output, quoted)).toBe(same);
  });
});

test("there are commands, of our own alone", () => {
  expect(commands.length).toBeGreaterThan(2);
  expect(commands.map(({ command }) => command).filter((command) => !command.startsWith("irsa-sim "))).toEqual([]);
});

test.each(commands)("$page: $command", { timeout: PATIENCE_MS }, async ({ command, quoted }) => {
  const { code, stdout, stderr } = await inShell(command);
  expect(code, stderr).toBe(0);
  if (quoted.length > 0) expect(printsAsQuoted(stdout, quoted), stdout).toBe(true);
});

test("the README begins with what CI runs first", () => {
  const [, first = ""] = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "README.md"), "utf8")) ?? [];
  const ci = readFileSync(join(ROOT, ".ci/run"), "utf8");
  const lines = first.trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines.filter((line) => !ci.includes(`\n${line}`))).toEqual([]);
});
