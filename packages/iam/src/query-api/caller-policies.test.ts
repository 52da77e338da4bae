/** Calls of IAM by a role's session: its policies as they are now, its boundary, its session policies (sts-and-iam.md, sections 6.1 to 6.3). */
import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { NO_GRANTS, type Role } from "../index.js";
import { createApi } from "./iam-api.test-support.js";

const statement = (action: string, parts: JsonObject = {}): JsonObject => ({ Effect: "Allow", Action: action, Resource: "*", ...parts });
const text = (...statements: readonly JsonObject[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const TRUST = text({ Effect: "Allow", Principal: { Federated: "accounts.test" }, Action: "sts:AssumeRoleWithWebIdentity" });
const BOUNDARY = "arn:aws:iam::111122223333:policy/boundary";
const ALL = "arn:aws:iam::aws:policy/AdministratorAccess";
const SESSION = "arn:aws:sts::111122223333:assumed-role/app/one";
const denied = (tail: string): string =>
  `User: ${SESSION} is not authorized to perform: iam:GetRole on resource: arn:aws:iam::111122223333:role/team/app ${tail}`;

test.each<{
  readonly name: string;
  readonly inline?: JsonObject;
  readonly attached?: string;
  readonly boundary?: JsonObject;
  readonly session?: JsonObject;
  readonly message: string | undefined;
}>([
  { name: "without policies", message: denied("because no identity-based policy allows the iam:GetRole action") },
  { name: "an inline policy grants", inline: statement("iam:GetRole"), message: undefined },
  { name: "an attached policy grants", attached: ALL, message: undefined },
  {
    name: "an inline policy denies what an attached one grants",
    attached: ALL,
    inline: statement("iam:*", { Effect: "Deny" }),
    message: denied("with an explicit deny in an identity-based policy"),
  },
  { name: "a boundary that allows it", attached: ALL, boundary: statement("iam:*"), message: undefined },
  {
    name: "a boundary that does not",
    attached: ALL,
    boundary: statement("s3:*"),
    message: denied("because no permissions boundary allows the iam:GetRole action"),
  },
  {
    name: "a boundary that denies",
    attached: ALL,
    boundary: statement("iam:*", { Effect: "Deny" }),
    message: denied("with an explicit deny in a permissions boundary"),
  },
  { name: "a boundary alone grants nothing", boundary: statement("iam:*"), message: denied("because no identity-based policy allows the iam:GetRole action") },
  { name: "a session policy limits", attached: ALL, session: statement("s3:*"), message: denied("because no session policy allows the iam:GetRole action") },
  { name: "the resource is the role's ARN", inline: statement("iam:GetRole", { Resource: "arn:aws:iam::*:role/team/*" }), message: undefined },
  {
    name: "the role's tags are tags of the principal",
    inline: statement("iam:GetRole", { Condition: { StringEquals: { "aws:PrincipalTag/team": "payments" } } }),
    message: undefined,
  },
  {
    name: "a role has no user name",
    inline: statement("iam:GetRole", { Condition: { Null: { "aws:username": "true" } } }),
    message: undefined,
  },
])("$name", async ({ inline, attached, boundary, session, message }) => {
  const { call, account, sessions } = createApi();
  await call("CreateRole", {
    RoleName: "app",
    Path: "/team/",
    AssumeRolePolicyDocument: TRUST,
    "Tags.member.1.Key": "team",
    "Tags.member.1.Value": "payments",
  });
  const policies = session === undefined ? null : [{ source: "session", document: JSON.parse(text(session)) as JsonObject }];
  const issued = sessions.issue({
    role: account.roles.get("app") as Role,
    sessionName: "one",
    durationSeconds: 3600,
    webIdentity: null,
    grants: { ...NO_GRANTS, policies },
  });
  // All policies are changed after the session was issued: it is judged by what they are now.
  if (inline !== undefined) await call("PutRolePolicy", { RoleName: "app", PolicyName: "p", PolicyDocument: text(inline) });
  if (attached !== undefined) await call("AttachRolePolicy", { RoleName: "app", PolicyArn: attached });
  if (boundary !== undefined) {
    await call("CreatePolicy", { PolicyName: "boundary", PolicyDocument: text(boundary) });
    await call("PutRolePermissionsBoundary", { RoleName: "app", PermissionsBoundary: BOUNDARY });
  }
  const answer = await call("GetRole", { RoleName: "app" }, { accessKeyId: issued.accessKeyId, secret: issued.secretAccessKey, token: issued.sessionToken });
  expect([answer.status, answer.message]).toEqual([message === undefined ? 200 : 403, message]);
});

test("a new default version is in force at once", async () => {
  const { call, account, sessions } = createApi();
  await call("CreateRole", { RoleName: "app", AssumeRolePolicyDocument: TRUST });
  const { PolicyArn } = { PolicyArn: "arn:aws:iam::111122223333:policy/p" };
  await call("CreatePolicy", { PolicyName: "p", PolicyDocument: text(statement("s3:*")) });
  await call("AttachRolePolicy", { RoleName: "app", PolicyArn });
  const { accessKeyId, secretAccessKey, sessionToken } = sessions.issue({
    role: account.roles.get("app") as Role,
    sessionName: "one",
    durationSeconds: 3600,
    webIdentity: null,
    grants: NO_GRANTS,
  });
  const status = async (): Promise<number> =>
    (await call("GetRole", { RoleName: "app" }, { accessKeyId, secret: secretAccessKey, token: sessionToken })).status;
  const before = await status();
  await call("CreatePolicyVersion", { PolicyArn, PolicyDocument: text(statement("iam:GetRole")) });
  const created = await status();
  await call("SetDefaultPolicyVersion", { PolicyArn, VersionId: "v2" });
  expect([before, created, await status()]).toEqual([403, 403, 200]);
});
