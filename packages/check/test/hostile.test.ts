/** Whatever stands in the files, a check ends with a report or with the faults of the files. */
import { ScenarioError } from "@irsa-sim/scenario-runner";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CheckError } from "../src/index.js";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { WORKING } from "./forms/world.js";

const TEXTS = fc.constantFrom(
  "",
  "{",
  "null",
  "7",
  "a: [",
  "\u0000",
  "${Issuer}",
  "arn:aws:iam::1:role/",
  "\u27e8x\u27e9",
  "!Sub x",
  "[]",
  "{}",
  "- a",
  "true",
  "*",
  "%7B",
);

/** A file of some form, with one value or line of it replaced. */
const damaged = fc
  .record({ form: fc.constantFrom(...FORMS), file: fc.nat(), line: fc.nat(), text: TEXTS, isWhole: fc.boolean() })
  .map(({ form, file, line, text, isWhole }) => {
    const files = form.write(WORKING) ?? [];
    const index = file % files.length;
    return files.map((input, at) => {
      if (at !== index) return input;
      const lines = input.text.split("\n");
      const place = line % lines.length;
      const changed = (lines[place] ?? "").replace(/(?<=: )"?[^",]+"?/, text);
      return { ...input, text: lines.toSpliced(place, 1, isWhole ? text : changed).join("\n") };
    });
  });

test("of damaged files", async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async (files) => {
      const outcome = await checkInput(files).catch((error: unknown) => error);
      expect(outcome instanceof Error ? outcome instanceof CheckError || outcome instanceof ScenarioError : true, String(outcome)).toBe(true);
    }),
    { numRuns: 150, seed: 13 },
  );
});
