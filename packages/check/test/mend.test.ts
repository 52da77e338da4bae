/** What is wrong in one place of a world is mended there, in whatever form it is written, and nowhere else. */
import { describe, expect, test } from "vitest";
import { checkFiles, mendFiles } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { MUTATIONS, WORKING } from "./forms/world.js";

const BROKEN = MUTATIONS.filter(({ cause }) => cause !== null);

/** A condition's key holds what is not known before it is applied, so the place has another name in the file. */
const NOT_FOUND = ["CloudFormation in YAML"];

describe.each(FORMS.filter(({ name }) => !NOT_FOUND.includes(name)))("$name", ({ write }) => {
  test.each(BROKEN)("$name", async ({ world }) => {
    const files = write(world);
    const { files: mended, report } = await mendFiles(files, await checkFiles(files));
    const lines = mended.map(({ before, after }) => [before.split("\n"), after.split("\n")] as const);
    expect([report.verdict, mended.length]).toEqual(["works", 1]);
    for (const [before, after] of lines) expect(before.filter((line) => !after.includes(line)).length).toBeLessThanOrEqual(2);
  });
});

test("what is broken in two workloads is mended in both", async () => {
  const [form] = FORMS;
  const [, first, second] = MUTATIONS;
  const files = [first, second].flatMap((one, index) =>
    (
      form?.write({
        ...(one?.world ?? WORKING),
        namespace: `team-${index}`,
        sub: `system:serviceaccount:other:payments-sa`,
        role: `payments-${index}`,
        annotation: `arn:aws:iam::444455556666:role/payments-${index}`,
      }) ?? []
    ).map((input) => ({ ...input, file: `${index}/${input.file}` })),
  );
  const { report, files: mended } = await mendFiles(files, await checkFiles(files));
  expect([report.verdict, mended.map(({ file }) => file)]).toEqual(["works", ["0/role.json", "1/role.json"]]);
});
