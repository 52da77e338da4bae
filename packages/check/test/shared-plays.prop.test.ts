/** Worlds of the same shape are played once: each comes out as it does alone, whatever its names are and whatever its policies compare them with. */
import type { RunReport } from "@irsa-sim/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createStage } from "../src/play/create-stage.js";
import { checkFiles, OPTIONS } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { AUDIENCE, type Conditions, type Identity, identityOf, statementFor, WORKING, type World } from "./forms/world.js";

const RUNS = 30;
const [FORM] = FORMS;

/** Names that other texts have too, that differ by little, and plain ones. */
const NAMES = ["payments", "pay", "payments-2", "api", "worker", "ingest", "mail", "role", "prod"];
const NAMESPACES = ["billing", "default", "bill", "kube-system", "prod"];

/** What a trust policy compares the subject with; some fit one name and not another. */
const SUBJECTS = [
  ({ namespace, account }) => `system:serviceaccount:${namespace}:${account}`,
  ({ namespace }) => `system:serviceaccount:${namespace}:*`,
  ({ namespace }) => `system:serviceaccount:${namespace}:pay*`,
  ({ account }) => `system:serviceaccount:bill*:${account}`,
  ({ account }) => `*:${account}`,
  () => "system:serviceaccount:*:payments*",
  () => "system:serviceaccount:billing:payments-sa",
  ({ namespace, account }) => `system:serviceaccount:${namespace}:${account.toUpperCase()}`,
] as const satisfies readonly ((who: { readonly namespace: string; readonly account: string }) => string)[];
const OPERATORS = ["StringEquals", "StringLike", "StringEqualsIgnoreCase", "StringNotEquals"] as const;

/** The first of them most of the time, so that worlds are alike. */
function mostly<Value>(values: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(values[0] as Value) }, { weight: 1, arbitrary: fc.constantFrom(...values) });
}

const worlds = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...NAMES),
      namespace: mostly(NAMESPACES),
      subject: mostly(SUBJECTS),
      operator: mostly(OPERATORS),
      variable: mostly(["LOG_LEVEL", "AWS_REGION", "HOME"]),
    }),
    { minLength: 3, maxLength: 6, selector: ({ name }) => name },
  )
  .map((all): World => ({ ...WORKING, identities: all.map(toIdentity) }));

interface Chosen {
  readonly name: string;
  readonly namespace: string;
  readonly subject: (typeof SUBJECTS)[number];
  readonly operator: (typeof OPERATORS)[number];
  readonly variable: string;
}

function toIdentity({ name, namespace, subject, operator, variable }: Chosen): Identity {
  const plain = identityOf({ name, namespace });
  const account = plain.serviceAccount.name;
  const condition: Conditions = {
    [operator]: { [`${WORKING.issuer}:sub`]: subject({ namespace, account }) },
    "ForAnyValue:StringEquals": { [`${WORKING.issuer}:aud`]: AUDIENCE },
  };
  return {
    ...plain,
    workload: { ...plain.workload, containers: [{ name, env: [{ name: variable, value: name }] }] },
    role: { ...plain.role, trust: { Version: "2012-10-17", Statement: [{ ...statementFor(WORKING, ""), Condition: condition }] } },
  };
}

test("a play that stands for others comes out as each of them alone", { timeout: 120_000 }, async () => {
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const files = FORM.write(world) ?? [];
      const { played } = await checkFiles(files);
      const seen = new Set<RunReport>();
      for (const { containers: _, scenario: __, report, ...described } of played.flatMap(({ plays }) => plays)) {
        if (!seen.has(report)) {
          seen.add(report);
          continue;
        }
        shared += 1;
        const { failure } = (await createStage(files, OPTIONS).play(described)).report;
        expect([described.name, failure?.cause]).toEqual([described.name, undefined]);
      }
    }),
    { numRuns: RUNS, seed: 1 },
  );
  // Else nothing was tried.
  expect(shared).toBeGreaterThan(RUNS / 2);
});
