/** Answers of IAM that do not say whose they are belong to the role that their file or folder names. */
import { describe, expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { json } from "./forms/form.js";
import { FORMS } from "./forms/forms.js";
import { identityOf, WORKING } from "./forms/world.js";

const [FORM] = FORMS;
const WORLD = { ...WORKING, identities: ["payments", "payments-api"].map((name) => identityOf({ name, namespace: "billing" })) };
const ARN = `arn:aws:iam::${WORLD.account}:policy/read-reports`;
const ALLOWS = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*" }] };
const version = { PolicyVersion: { Document: ALLOWS, VersionId: "v1", IsDefaultVersion: true } };
const attached = { AttachedPolicies: [{ PolicyName: "read-reports", PolicyArn: ARN }] };
const options = { calls: [{ action: "s3:GetObject", resource: "arn:aws:s3:::reports/today" }] };

describe("of two roles", () => {
  test.each<{ readonly name: string; readonly files: readonly [name: string, value: unknown][]; readonly works: readonly string[]; readonly assumed: number }>([
    { name: "the one whose name the file has", files: [["policy-payments.json", version]], works: ["payments"], assumed: 0 },
    { name: "the longer name", files: [["policy-payments-api.json", version]], works: ["payments-api"], assumed: 0 },
    { name: "the one whose name the folder has", files: [["payments-api/policy.json", version]], works: ["payments-api"], assumed: 0 },
    {
      name: "the one that has the policy of the file's name attached",
      files: [
        ["attached-payments.json", attached],
        ["read-reports.json", version],
      ],
      works: ["payments"],
      assumed: 0,
    },
    { name: "none where no name stands", files: [["policy.json", version]], works: [], assumed: 1 },
    { name: "none where a name is part of another word", files: [["repayments.json", version]], works: [], assumed: 1 },
  ])("$name", async ({ files, works, assumed }) => {
    const { workloads, assumptions } = await checkInput([...(FORM.write(WORLD) ?? []), ...files.map(([name, value]) => json(name, value))], options);
    expect(workloads.filter(({ verdict }) => verdict === "works").map(({ name }) => name)).toEqual(works);
    expect(assumptions.filter(({ id }) => id === "policy")).toHaveLength(assumed);
  });
});
