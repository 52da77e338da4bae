/** Four hundred files that are broken or unrelated: named, each ends in faults with their places; beside files that work, each is passed over. */
import { describe, expect, test } from "vitest";
import { CheckError, type InputFile } from "../src/index.js";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { WORKING } from "./forms/world.js";
import { MALFORMED, SECRET } from "./malformed.js";

const VARIANTS = Array.from({ length: 20 }, (_, index) => index);
const MAX_CPU_SECONDS = 2;

describe.each(MALFORMED)("$name", ({ file, text }) => {
  test("is told with its place, in little time", async () => {
    for (const variant of VARIANTS) {
      const before = process.cpuUsage();
      const outcome: unknown = await checkInput([{ file, text: text(variant), isNamed: true }]).catch((error: unknown) => error);
      const { user, system } = process.cpuUsage(before);
      if (!(outcome instanceof CheckError)) throw new Error(`variant ${variant} ended with ${String(outcome)}`);
      for (const problem of outcome.problems) {
        expect(problem.file).toBe(file);
        expect(Math.min(problem.line, problem.column, problem.message.length)).toBeGreaterThan(0);
      }
      expect(outcome.message).not.toContain(SECRET);
      expect((user + system) / 1e6, `variant ${variant}`).toBeLessThan(MAX_CPU_SECONDS);
    }
  });

  test("found beside files that work, it changes nothing", async () => {
    const found = VARIANTS.map((variant): InputFile => ({ file: `${variant}/${file}`, text: text(variant), isNamed: false }));
    const report = await checkInput([...(FORMS[0]?.write(WORKING) ?? []), ...found]);
    expect([report.verdict, report.workloads.length]).toEqual(["works", 1]);
    expect(JSON.stringify(report)).not.toContain(SECRET);
  });
});

test("they are four hundred", () => {
  expect(MALFORMED.length * VARIANTS.length).toBe(400);
});
