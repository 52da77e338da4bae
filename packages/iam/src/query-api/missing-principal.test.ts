import { expect, test } from "vitest";
import { createApi } from "./iam-api.test-support.js";

const ACCOUNT = "111122223333";
const trusting = (principal: unknown): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }] });

test.each([
  { name: "a role that is there", principal: `arn:aws:iam::${ACCOUNT}:role/there`, missing: null },
  { name: "its session", principal: `arn:aws:sts::${ACCOUNT}:assumed-role/there/one`, missing: null },
  { name: "a user that is there", principal: `arn:aws:iam::${ACCOUNT}:user/developer`, missing: null },
  { name: "the account", principal: [ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`], missing: null },
  { name: "everybody", principal: "*", missing: null },
  { name: "a role of an account that is not simulated", principal: "arn:aws:iam::444455556666:role/theirs", missing: null },
  { name: "a role that is not there", principal: `arn:aws:iam::${ACCOUNT}:role/gone`, missing: `arn:aws:iam::${ACCOUNT}:role/gone` },
  { name: "a role without its path", principal: `arn:aws:iam::${ACCOUNT}:role/with-path`, missing: `arn:aws:iam::${ACCOUNT}:role/with-path` },
  { name: "a session of no role", principal: `arn:aws:sts::${ACCOUNT}:assumed-role/gone/one`, missing: `arn:aws:sts::${ACCOUNT}:assumed-role/gone/one` },
  { name: "one of several", principal: [ACCOUNT, `arn:aws:iam::${ACCOUNT}:user/gone`], missing: `arn:aws:iam::${ACCOUNT}:user/gone` },
])("a trust in $name", async ({ principal, missing }) => {
  const { call } = createApi();
  await call("CreateRole", { RoleName: "there", AssumeRolePolicyDocument: trusting(ACCOUNT) });
  await call("CreateRole", { RoleName: "with-path", Path: "/team/", AssumeRolePolicyDocument: trusting(ACCOUNT) });
  const expected =
    missing === null ? { status: 200 } : { status: 400, code: "MalformedPolicyDocument", message: `Invalid principal in policy: "AWS":"${missing}"` };
  expect(await call("CreateRole", { RoleName: "new", AssumeRolePolicyDocument: trusting(principal) })).toMatchObject(expected);
  expect(await call("UpdateAssumeRolePolicy", { RoleName: "there", PolicyDocument: trusting(principal) })).toMatchObject(expected);
});

test("a text that is no ARN cannot be attached", async () => {
  const { call } = createApi();
  await call("CreateRole", { RoleName: "there", AssumeRolePolicyDocument: trusting(ACCOUNT) });
  const refused = await call("AttachRolePolicy", { RoleName: "there", PolicyArn: "longpolicynamebutnoarn" });
  expect(refused).toMatchObject({ status: 400, code: "ValidationError", message: "Invalid ARN:  Could not be parsed!" });
});

test("how long sessions may be is told of a role, but not in the answer that it was created; its last use only where it is asked for", async () => {
  const { call } = createApi();
  const created = await call("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: trusting(ACCOUNT), MaxSessionDuration: "7200" });
  const got = await call("GetRole", { RoleName: "r" });
  expect([created, got].map(({ text }) => [text.includes("MaxSessionDuration"), text.includes("RoleLastUsed")])).toEqual([
    [false, false],
    [true, true],
  ]);
});
