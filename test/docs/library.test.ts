import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = readFileSync(`${ROOT}docs/library.md`, "utf8");

const programs = [...PAGE.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, program = ""]) => program);

/** What stands before `// =>` is held to be what stands behind it. */
function asserting(program: string): string {
  return `import assert from "node:assert/strict";\n${program.replaceAll(/^(.*); \/\/ => (.*)$/gm, "assert.deepEqual($1, $2);")}`;
}

test("an example without a value that is held would show nothing", () => {
  expect(programs.map((program) => program.includes("// => "))).toEqual([true, true]);
});

test.each(programs.map((program) => ({ name: program.split("\n").find((line) => line.startsWith("const ")), program })))("$name", async ({ program }) => {
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", asserting(program)], { cwd: ROOT });
  await expect(run).resolves.toMatchObject({ stdout: "", stderr: "" });
});
