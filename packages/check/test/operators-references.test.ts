/** A role's policies that operators make beside it are its own, by whichever name they refer to it. */
import { expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";
import { iamOf } from "./forms/iam.js";
import { WORKING } from "./forms/world.js";
import { describedCluster } from "./forms/written/aws-cli.js";
import { manifests } from "./forms/written/manifests.js";
import { ALL_OPERATORS, objectsOf } from "./forms/written/operators.js";

const DOCUMENT = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" }] };
const UPBOUND = "iam.aws.upbound.io/v1beta1";
const COMMUNITY = "iam.aws.crossplane.io/v1beta1";

interface Row {
  readonly name: string;
  readonly apiVersion: string;
  readonly forProvider: object;
  readonly verdict: "works" | "broken";
}

/** The role is called `payments`, and its object `payments-role`. */
test.each<Row>([
  {
    ...{ name: "by its name", apiVersion: UPBOUND, verdict: "works" },
    forProvider: { policy: JSON.stringify(DOCUMENT), role: "payments" },
  },
  {
    ...{ name: "by its object", apiVersion: UPBOUND, verdict: "works" },
    forProvider: { policy: JSON.stringify(DOCUMENT), roleRef: { name: "payments-role" } },
  },
  {
    ...{ name: "another's object", apiVersion: UPBOUND, verdict: "broken" },
    forProvider: { policy: JSON.stringify(DOCUMENT), roleRef: { name: "other" } },
  },
  {
    ...{ name: "by its name, of the community", apiVersion: COMMUNITY, verdict: "works" },
    forProvider: { document: DOCUMENT, roleName: "payments" },
  },
  {
    ...{ name: "by its object, of the community", apiVersion: COMMUNITY, verdict: "works" },
    forProvider: { document: DOCUMENT, roleNameRef: { name: "payments-role" } },
  },
])("$name", async ({ apiVersion, forProvider, verdict }) => {
  const policy = { apiVersion, kind: "RolePolicy", metadata: { name: "read" }, spec: { forProvider } };
  const made = ALL_OPERATORS.slice(0, 1).flatMap((operator) => objectsOf(operator, iamOf(WORKING)));
  const files = [manifests(WORKING), describedCluster(WORKING), yaml("iam.yaml", [...made, policy])];
  const report = await checkInput(files, { calls: [{ action: "s3:GetObject", resource: "arn:aws:s3:::a/b" }] });
  expect(report.verdict).toBe(verdict);
});
