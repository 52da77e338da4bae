import type { JsonObject } from "@irsa-sim/core";
import { bodyText } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { checksOf, createTestWorld, PROVIDER_URL, ROLE_ARN, SUBJECT } from "../world.test-support.js";

const OTHER_SUB = "oidc.eks.eu-west-1.amazonaws.com/id/0000:sub";
const deny = (condition: JsonObject, parts: JsonObject = {}): JsonObject => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Principal: "*", Action: "sts:AssumeRoleWithWebIdentity", Resource: "*", Condition: condition, ...parts }],
});

test.each<{ readonly name: string; readonly policy: JsonObject; readonly refused: boolean }>([
  { name: "issuers that are listed, and this is none of them", policy: deny({ Null: { [OTHER_SUB]: "true" } }), refused: true },
  { name: "issuers that are listed, this one too", policy: deny({ Null: { [OTHER_SUB]: "true", [`${PROVIDER_URL}:sub`]: "true" } }), refused: false },
  { name: "a key with a wildcard is no pattern", policy: deny({ Null: { "oidc.eks.eu-west-1.amazonaws.com/id/*:sub": "true" } }), refused: true },
  { name: "this role", policy: deny({}, { Resource: ROLE_ARN }), refused: true },
  { name: "another role", policy: deny({}, { Resource: `${ROLE_ARN}2` }), refused: false },
  { name: "this service account", policy: deny({ StringEquals: { [`${PROVIDER_URL}:sub`]: SUBJECT } }), refused: true },
])("a resource control policy against $name", async ({ policy, refused }) => {
  const world = createTestWorld({ organization: { serviceControlPolicies: [], resourceControlPolicies: [{ source: "organization/rcp", document: policy }] } });
  const response = await world.assumeRole();
  const check = checksOf(world.events).find((one) => one.check === "sts.resource-control-policy");
  expect([response.status, check?.passed]).toEqual(refused ? [403, false] : [200, true]);
  if (!refused) return;
  expect(bodyText(response)).toContain("<Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message>");
  expect(check).toMatchObject({
    reason: "explicit-deny",
    expected: { value: "no resource control policy that denies sts:AssumeRoleWithWebIdentity" },
    actual: { value: "organization/rcp denies it", from: { file: "organization/rcp", pointer: "/Statement/0" } },
  });
  expect(checksOf(world.events).some((one) => one.check === "sts.trust-policy")).toBe(false);
});

test("service control policies do not bind a caller of no account", async () => {
  const denyAll = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] };
  const world = createTestWorld({ organization: { serviceControlPolicies: [{ source: "organization/scp", document: denyAll }], resourceControlPolicies: [] } });
  expect((await world.assumeRole()).status).toBe(200);
  expect((await world.signedCall("AssumeRole", { RoleArn: ROLE_ARN, RoleSessionName: "one" })).status).toBe(403);
});
