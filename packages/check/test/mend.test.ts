/** What is wrong in one place of a world is mended there, in whatever form it is written, and nowhere else. */
import { describe, expect, test } from "vitest";
import type { InputFile } from "../src/index.js";
import { checkFiles, mendFiles } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { identityOf, WORKING, type World } from "./forms/world.js";
import { MUTATIONS } from "./mutations/mutations.js";

const NAMES = [
  "another namespace in sub",
  "another service account in sub",
  "a wildcard in StringEquals",
  "an operator of another type for sub",
  "another audience",
  "another client id",
  "another action",
  "another audience for the token",
  "the key with a scheme",
];
const BROKEN = MUTATIONS.filter(({ name }) => NAMES.includes(name));

/** How many lines may go, but where a whole block goes: an operator, and in the CDK what refers to its keys. */
const LINES: Readonly<Record<string, number>> = { "an operator of another type for sub": 4 };

/** It writes trust policies itself. */
const NOTHING_TO_MEND = ["eksctl"];

/** A data source of Terraform has words of its own, in which only values are changed. */
const ONLY_VALUES: Readonly<Record<string, readonly string[]>> = {
  "*.tf.json, policies as data sources": ["a wildcard in StringEquals", "an operator of another type for sub", "another action", "the key with a scheme"],
};

describe.each(FORMS.filter(({ name }) => !NOTHING_TO_MEND.includes(name)))("$name", ({ name: form, write }) => {
  test.each(BROKEN)("$name", async ({ name, apply }) => {
    const files = write(apply(WORKING, 0));
    if (files === null || ONLY_VALUES[form]?.includes(name) === true) return;
    const { files: mended, report } = await mendFiles(files, await checkFiles(files));
    const lines = mended.map(({ before, after }) => [before.split("\n"), after.split("\n")] as const);
    expect([report.verdict, mended.length]).toEqual(["works", 1]);
    for (const [before, after] of lines) expect(before.filter((line) => !after.includes(line)).length).toBeLessThanOrEqual(LINES[name] ?? 2);
  });
});

test("what is broken in two workloads is mended in both", async () => {
  const [form] = FORMS;
  const [first, second] = BROKEN;
  const files = [first, second].flatMap((mutation, index): readonly InputFile[] => {
    const world: World = { ...WORKING, identities: [identityOf({ namespace: `team-${index}`, name: `payments-${index}` })] };
    return (form.write(mutation?.apply(world, 0) ?? world) ?? []).map((input) => ({ ...input, file: `${index}/${input.file}` }));
  });
  const { report, files: mended } = await mendFiles(files, await checkFiles(files));
  expect([report.verdict, mended.map(({ file }) => file)]).toEqual(["works", ["0/role-0.json", "1/role-0.json"]]);
});
