import type { Arn } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { evaluatePolicies } from "./evaluate-policies.js";
import { namesCaller } from "./names-caller.js";

const ROLE = "arn:aws:iam::111122223333:role/app" as Arn;
const SESSION = "arn:aws:sts::111122223333:assumed-role/app/one" as Arn;

test.each([
  { name: "the role", effect: "Allow", principal: { AWS: ROLE }, names: true },
  { name: "the session", effect: "Allow", principal: { AWS: ["444455556666", SESSION] }, names: true },
  { name: "everybody", effect: "Allow", principal: "*", names: false },
  { name: "the account as a whole", effect: "Allow", principal: { AWS: "111122223333" }, names: false },
  { name: "another", effect: "Allow", principal: { AWS: "444455556666" }, names: false },
  { name: "the role, to deny it", effect: "Deny", principal: { AWS: ROLE }, names: false },
])("a resource's policy that names $name: $names", ({ effect, principal, names }) => {
  const document = { Version: "2012-10-17", Statement: [{ Effect: effect, Principal: principal, Action: "*", Resource: "*" }] };
  const request = { action: "s3:GetObject", resource: "arn:aws:s3:::b/k", principal: { kind: "AWS", arns: [ROLE, SESSION] }, context: new Map() } as const;
  expect(namesCaller(evaluatePolicies([{ source: "bucket", document }], request), [ROLE, SESSION])).toBe(names);
});
