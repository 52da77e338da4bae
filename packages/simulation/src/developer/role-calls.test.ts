import type { AccountId } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { RoleDescription } from "../settings/aws/identities/schema.js";
import { roleCalls } from "./role-calls.js";

const trusting = (principal: string): RoleDescription => ({
  path: "/",
  trustPolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }] },
  policies: {},
  attachedPolicies: [],
  permissionsBoundary: null,
  description: "",
  tags: {},
  maxSessionDurationSeconds: 3600,
});
const ACCOUNT = "111122223333" as AccountId;
const roleArn = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;

test.each<{ name: string; roles: Record<string, RoleDescription>; calls: readonly string[] }>([
  { name: "one that is there", roles: { a: trusting("111122223333"), b: trusting(roleArn("a")) }, calls: ["CreateRole a", "CreateRole b"] },
  {
    name: "one that comes later",
    roles: { a: trusting(roleArn("b")), b: trusting("111122223333") },
    calls: ["CreateRole a", "CreateRole b", "UpdateAssumeRolePolicy a"],
  },
  { name: "itself", roles: { a: trusting(roleArn("a")) }, calls: ["CreateRole a", "UpdateAssumeRolePolicy a"] },
  {
    name: "a later one by its session",
    roles: { a: trusting("arn:aws:sts::111122223333:assumed-role/b/s"), b: trusting("111122223333") },
    calls: ["CreateRole a", "CreateRole b", "UpdateAssumeRolePolicy a"],
  },
  { name: "one that never comes", roles: { a: trusting(roleArn("c")) }, calls: ["CreateRole a"] },
])("a role that trusts $name", ({ roles, calls }) => {
  const made = roleCalls([{ account: ACCOUNT, partition: "aws", roles }]);
  expect(made.map(({ action, parameters }) => `${action} ${parameters.RoleName}`)).toEqual(calls);
});

test("a boundary that is a document becomes a managed policy first", () => {
  const limited = { ...trusting("111122223333"), permissionsBoundary: { Version: "2012-10-17", Statement: [] } };
  const [policy, role] = roleCalls([{ account: ACCOUNT, partition: "aws-cn", roles: { a: limited } }]);
  expect(policy).toMatchObject({ action: "CreatePolicy", parameters: { PolicyName: "a-boundary", Path: "/" } });
  expect(role?.parameters.PermissionsBoundary).toBe("arn:aws-cn:iam::111122223333:policy/a-boundary");
});
