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
  "another audience",
  "another client id",
  "another action",
  "another audience for the token",
];
const BROKEN = MUTATIONS.filter(({ name }) => NAMES.includes(name));

/** A condition's key holds what is not known before it is applied, so the place has another name in the file. */
const NOT_FOUND = ["CloudFormation in YAML"];

/** It writes trust policies itself. */
const NOTHING_TO_MEND = ["eksctl"];

describe.each(FORMS.filter(({ name }) => ![...NOT_FOUND, ...NOTHING_TO_MEND].includes(name)))("$name", ({ write }) => {
  test.each(BROKEN)("$name", async ({ apply }) => {
    const files = write(apply(WORKING, 0)) ?? [];
    const { files: mended, report } = await mendFiles(files, await checkFiles(files));
    const lines = mended.map(({ before, after }) => [before.split("\n"), after.split("\n")] as const);
    expect([report.verdict, mended.length]).toEqual(["works", 1]);
    for (const [before, after] of lines) expect(before.filter((line) => !after.includes(line)).length).toBeLessThanOrEqual(2);
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
