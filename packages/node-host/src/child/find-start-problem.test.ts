import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findStartProblem } from "./find-start-problem.js";

const folder = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "runs"), "", { mode: 0o755 });
writeFileSync(join(folder, "text"), "", { mode: 0o644 });

test.each([
  { name: "a program in PATH", program: "runs", code: undefined },
  { name: "a program by its path", program: join(folder, "runs"), code: undefined },
  { name: "a name that nothing has", program: "no-such", code: "ENOENT" },
  { name: "a path at which nothing is", program: join(folder, "no-such"), code: "ENOENT" },
  { name: "a file that is no program", program: "text", code: "EACCES" },
  { name: "a folder", program: folder, code: "EACCES" },
])("$name: $code", ({ program, code }) => {
  expect(findStartProblem(program, `/no/such/folder:${folder}`)?.code).toBe(code);
});
