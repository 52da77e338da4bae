/** Two workloads that look alike but for their names, of which one works: that says nothing about the other. */
import { describe, expect, test } from "vitest";
import { checkFiles } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { type Identity, identityOf, statementFor, WORKING } from "./forms/world.js";

const [FORM] = FORMS;
const NAMESPACE = "billing";

/** Named like this, with a condition on the subject. */
function identity(name: string, [operator, subject]: readonly [operator: string, subject: string]): Identity {
  const plain = identityOf({ name, namespace: NAMESPACE });
  const statement = { ...statementFor(WORKING, ""), Condition: { [operator]: { [`${WORKING.issuer}:sub`]: subject } } };
  return { ...plain, role: { ...plain.role, trust: { Version: "2012-10-17", Statement: [statement] } } };
}

async function played(identities: readonly Identity[]) {
  const { played: all } = await checkFiles(FORM.write({ ...WORKING, identities }) ?? []);
  return { verdicts: all.map(({ workload }) => workload.verdict), runs: new Set(all.flatMap(({ plays }) => plays.map(({ report }) => report))).size };
}

describe("one policy for two names", () => {
  test.each<{ readonly name: string; readonly operator: string; readonly subject: string }>([
    { name: "a pattern for some accounts", operator: "StringLike", subject: "system:serviceaccount:billing:pay*" },
    { name: "a pattern for some accounts of any namespace", operator: "StringLike", subject: "system:serviceaccount:*:pay*" },
    { name: "a pattern with a question mark", operator: "StringLike", subject: "system:serviceaccount:billing:payment?-sa" },
    { name: "a pattern from the beginning", operator: "StringLike", subject: "*:payments-sa" },
    { name: "one account", operator: "StringEquals", subject: "system:serviceaccount:billing:payments-sa" },
    { name: "one account in other letters", operator: "StringEqualsIgnoreCase", subject: "system:serviceaccount:billing:PAYMENTS-SA" },
  ])("$name", async ({ operator, subject }) => {
    const { verdicts } = await played([identity("payments", [operator, subject]), identity("api", [operator, subject])]);
    expect(verdicts).toEqual(["works", "broken"]);
  });
});

test("those that are alike are played once", async () => {
  const own = (name: string) => identity(name, ["StringEquals", `system:serviceaccount:${NAMESPACE}:${name}-sa`]);
  expect(await played(["payments", "api", "worker"].map(own))).toEqual({ verdicts: ["works", "works", "works"], runs: 1 });
});

test("what is broken is played for each", async () => {
  const wrong = (name: string) => identity(name, ["StringEquals", `system:serviceaccount:elsewhere:${name}-sa`]);
  expect(await played(["payments", "api"].map(wrong))).toEqual({ verdicts: ["broken", "broken"], runs: 2 });
});
