/** IAM's answers as they stand on the wire: each action's success, and each refusal. */
import { describe, expect, test } from "vitest";
import { createApi } from "./iam-api.test-support.js";

type Parameters = Readonly<Record<string, string>>;

const document = (statement: object): string => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const TRUST = document({ Effect: "Allow", Principal: { Federated: "accounts.test" }, Action: "sts:AssumeRoleWithWebIdentity" });
const READ = document({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" });
const ACCOUNT = "arn:aws:iam::111122223333";
const PROVIDER = { OpenIDConnectProviderArn: `${ACCOUNT}:oidc-provider/oidc.test/id/A1` };
const POLICY = { PolicyArn: `${ACCOUNT}:policy/team/limits` };
const ROLE = { RoleName: "app" };
const TAG = { "Tags.member.1.Key": "team", "Tags.member.1.Value": "payments" };
const S3_READ = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

/** One account's life: each call meets what the calls before it left. */
const LIFE: readonly { readonly action: string; readonly parameters?: Parameters }[] = [
  { action: "CreateOpenIDConnectProvider", parameters: { Url: "https://oidc.test/id/A1", "ClientIDList.member.1": "sts.amazonaws.com", ...TAG } },
  { action: "AddClientIDToOpenIDConnectProvider", parameters: { ...PROVIDER, ClientID: "other" } },
  { action: "UpdateOpenIDConnectProviderThumbprint", parameters: { ...PROVIDER, "ThumbprintList.member.1": "AB".repeat(20) } },
  { action: "TagOpenIDConnectProvider", parameters: { ...PROVIDER, "Tags.member.1.Key": "Team", "Tags.member.1.Value": "search" } },
  { action: "GetOpenIDConnectProvider", parameters: PROVIDER },
  { action: "ListOpenIDConnectProviders" },
  { action: "ListOpenIDConnectProviderTags", parameters: PROVIDER },
  { action: "UntagOpenIDConnectProvider", parameters: { ...PROVIDER, "TagKeys.member.1": "team" } },
  { action: "RemoveClientIDFromOpenIDConnectProvider", parameters: { ...PROVIDER, ClientID: "other" } },
  { action: "CreatePolicy", parameters: { PolicyName: "limits", Path: "/team/", PolicyDocument: READ, Description: "what may be read", ...TAG } },
  { action: "CreatePolicyVersion", parameters: { ...POLICY, PolicyDocument: READ, SetAsDefault: "true" } },
  { action: "SetDefaultPolicyVersion", parameters: { ...POLICY, VersionId: "v1" } },
  { action: "GetPolicyVersion", parameters: { ...POLICY, VersionId: "v2" } },
  { action: "ListPolicyVersions", parameters: POLICY },
  {
    action: "CreateRole",
    parameters: { ...ROLE, AssumeRolePolicyDocument: TRUST, Description: "a & b", PermissionsBoundary: POLICY.PolicyArn, MaxSessionDuration: "+7200", ...TAG },
  },
  { action: "UpdateRole", parameters: { ...ROLE, MaxSessionDuration: "3600" } },
  { action: "UpdateRoleDescription", parameters: { ...ROLE, Description: "reads" } },
  { action: "UpdateAssumeRolePolicy", parameters: { ...ROLE, PolicyDocument: TRUST } },
  { action: "TagRole", parameters: { ...ROLE, "Tags.member.1.Key": "stage", "Tags.member.1.Value": "" } },
  { action: "ListRoleTags", parameters: ROLE },
  { action: "UntagRole", parameters: { ...ROLE, "TagKeys.member.1": "STAGE" } },
  { action: "PutRolePolicy", parameters: { ...ROLE, PolicyName: "read", PolicyDocument: READ } },
  { action: "GetRolePolicy", parameters: { ...ROLE, PolicyName: "read" } },
  { action: "ListRolePolicies", parameters: ROLE },
  { action: "AttachRolePolicy", parameters: { ...ROLE, PolicyArn: S3_READ } },
  { action: "PutRolePermissionsBoundary", parameters: { ...ROLE, PermissionsBoundary: POLICY.PolicyArn } },
  { action: "ListAttachedRolePolicies", parameters: ROLE },
  { action: "GetPolicy", parameters: POLICY },
  { action: "ListPolicies", parameters: { Scope: "All", OnlyAttached: "true" } },
  { action: "GetRole", parameters: ROLE },
  { action: "ListRoles" },
  { action: "DetachRolePolicy", parameters: { ...ROLE, PolicyArn: S3_READ } },
  { action: "DeleteRolePermissionsBoundary", parameters: ROLE },
  { action: "DeleteRolePolicy", parameters: { ...ROLE, PolicyName: "read" } },
  { action: "DeleteRole", parameters: ROLE },
  { action: "DeletePolicyVersion", parameters: { ...POLICY, VersionId: "v2" } },
  { action: "DeletePolicy", parameters: POLICY },
  { action: "DeleteOpenIDConnectProvider", parameters: PROVIDER },
];

test("each action's success, in one account's life that leaves nothing behind, and what the trace says that it changed", async () => {
  const { call, account } = createApi();
  const changes: object[] = [];
  for (const { action, parameters } of LIFE) {
    const { status, text, events } = await call(action, parameters);
    expect([action, status]).toEqual([action, 200]);
    changes.push(...events.flatMap((event) => (event.kind === "change" ? [{ action, what: event.what, before: event.before, after: event.after }] : [])));
    await expect(text).toMatchFileSnapshot(`../../__golden__/success/${action}.xml`);
  }
  expect([account.roles.size, account.policies.size, account.oidcProviders.size]).toEqual([0, 0, 0]);
  await expect(`${JSON.stringify(changes, null, 2)}\n`).toMatchFileSnapshot("../../__golden__/changes.json");
});

const many = (count: number, one: (number: number) => readonly (readonly [string, string])[]): Parameters =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => one(index + 1)).flat());
const ROLE_IN_USE = { action: "PutRolePolicy", parameters: { ...ROLE, PolicyName: "read", PolicyDocument: READ } };
const ATTACHED = { action: "AttachRolePolicy", parameters: { ...ROLE, ...POLICY } };
const VERSION = { action: "CreatePolicyVersion", parameters: { ...POLICY, PolicyDocument: READ } };
const LONG_POLICY = document({ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${"b".repeat(6200)}` });

describe("each refusal", () => {
  test.each<{
    readonly name: string;
    readonly code: string;
    readonly status: number;
    readonly before?: readonly { readonly action: string; readonly parameters: Parameters }[];
    readonly action: string;
    readonly parameters?: Parameters;
  }>([
    { name: "missing parameters", code: "ValidationError", status: 400, action: "CreateRole" },
    { name: "name too long", code: "ValidationError", status: 400, action: "GetRole", parameters: { RoleName: "a".repeat(65) } },
    { name: "name with a blank", code: "ValidationError", status: 400, action: "GetRole", parameters: { RoleName: "a b" } },
    {
      name: "path without end",
      code: "ValidationError",
      status: 400,
      action: "CreateRole",
      parameters: { RoleName: "r", Path: "/x", AssumeRolePolicyDocument: TRUST },
    },
    { name: "session too short", code: "ValidationError", status: 400, action: "UpdateRole", parameters: { ...ROLE, MaxSessionDuration: "3599" } },
    { name: "session too long", code: "ValidationError", status: 400, action: "UpdateRole", parameters: { ...ROLE, MaxSessionDuration: "43201" } },
    { name: "session no number", code: "MalformedInput", status: 400, action: "UpdateRole", parameters: { ...ROLE, MaxSessionDuration: "3600.0" } },
    { name: "session empty", code: "MalformedInput", status: 400, action: "UpdateRole", parameters: { ...ROLE, MaxSessionDuration: "" } },
    { name: "scope unknown", code: "ValidationError", status: 400, action: "ListPolicies", parameters: { Scope: "Mine" } },
    { name: "flag unknown", code: "MalformedInput", status: 400, action: "ListPolicies", parameters: { OnlyAttached: "yes" } },
    { name: "marker unknown", code: "ValidationError", status: 400, action: "ListRoles", parameters: { Marker: "not-mine" } },
    { name: "page too large", code: "ValidationError", status: 400, action: "ListRoles", parameters: { MaxItems: "1001" } },
    {
      name: "client id too long",
      code: "ValidationError",
      status: 400,
      action: "AddClientIDToOpenIDConnectProvider",
      parameters: { ...PROVIDER, ClientID: "a".repeat(256) },
    },
    {
      name: "thumbprint too short",
      code: "ValidationError",
      status: 400,
      action: "UpdateOpenIDConnectProviderThumbprint",
      parameters: { ...PROVIDER, "ThumbprintList.member.1": "ab" },
    },
    {
      name: "tag twice",
      code: "InvalidInput",
      status: 400,
      action: "TagRole",
      parameters: { ...ROLE, ...TAG, "Tags.member.2.Key": "TEAM", "Tags.member.2.Value": "x" },
    },
    { name: "tag key empty", code: "ValidationError", status: 400, action: "TagRole", parameters: { ...ROLE, "Tags.member.1.Key": "" } },
    {
      name: "51 tags at once",
      code: "ValidationError",
      status: 400,
      action: "TagRole",
      parameters: {
        ...ROLE,
        ...many(51, (n) => [
          [`Tags.member.${n}.Key`, `k${n}`],
          [`Tags.member.${n}.Value`, "v"],
        ]),
      },
    },
    {
      name: "51 tags in all",
      code: "LimitExceeded",
      status: 409,
      before: [
        {
          action: "TagRole",
          parameters: {
            ...ROLE,
            ...many(50, (n) => [
              [`Tags.member.${n}.Key`, `k${n}`],
              [`Tags.member.${n}.Value`, "v"],
            ]),
          },
        },
      ],
      action: "TagRole",
      parameters: { ...ROLE, ...TAG },
    },
    {
      name: "101 client ids",
      code: "LimitExceeded",
      status: 409,
      action: "CreateOpenIDConnectProvider",
      parameters: { Url: "https://a.test", ...many(101, (n) => [[`ClientIDList.member.${n}`, `c${n}`]]) },
    },
    { name: "role missing", code: "NoSuchEntity", status: 404, action: "DeleteRole", parameters: { RoleName: "none" } },
    { name: "role policy missing", code: "NoSuchEntity", status: 404, action: "GetRolePolicy", parameters: { ...ROLE, PolicyName: "none" } },
    { name: "policy missing", code: "NoSuchEntity", status: 404, action: "GetPolicy", parameters: { PolicyArn: `${ACCOUNT}:policy/none` } },
    { name: "policy of AWS to delete", code: "NoSuchEntity", status: 404, action: "DeletePolicy", parameters: { PolicyArn: S3_READ } },
    { name: "policy version missing", code: "NoSuchEntity", status: 404, action: "GetPolicyVersion", parameters: { ...POLICY, VersionId: "v9" } },
    {
      name: "policy not attachable",
      code: "NoSuchEntity",
      status: 404,
      action: "AttachRolePolicy",
      parameters: { ...ROLE, PolicyArn: `${ACCOUNT}:policy/none` },
    },
    { name: "policy not attached", code: "NoSuchEntity", status: 404, action: "DetachRolePolicy", parameters: { ...ROLE, ...POLICY } },
    {
      name: "boundary missing",
      code: "NoSuchEntity",
      status: 404,
      action: "PutRolePermissionsBoundary",
      parameters: { ...ROLE, PermissionsBoundary: `${ACCOUNT}:policy/none` },
    },
    {
      name: "policy name taken",
      code: "EntityAlreadyExists",
      status: 409,
      action: "CreatePolicy",
      parameters: { PolicyName: "LIMITS", PolicyDocument: READ },
    },
    {
      name: "policy document broken",
      code: "MalformedPolicyDocument",
      status: 400,
      action: "CreatePolicy",
      parameters: { PolicyName: "p", PolicyDocument: document({ Effect: "Allow", Action: "read", Resource: "*" }) },
    },
    { name: "policy too long", code: "LimitExceeded", status: 409, action: "CreatePolicy", parameters: { PolicyName: "p", PolicyDocument: LONG_POLICY } },
    {
      name: "inline policies too long",
      code: "LimitExceeded",
      status: 409,
      before: [{ action: "PutRolePolicy", parameters: { ...ROLE, PolicyName: "one", PolicyDocument: LONG_POLICY } }],
      action: "PutRolePolicy",
      parameters: { ...ROLE, PolicyName: "two", PolicyDocument: LONG_POLICY },
    },
    {
      name: "trust policy broken",
      code: "MalformedPolicyDocument",
      status: 400,
      action: "UpdateAssumeRolePolicy",
      parameters: { ...ROLE, PolicyDocument: READ },
    },
    { name: "role with inline policies", code: "DeleteConflict", status: 409, before: [ROLE_IN_USE], action: "DeleteRole", parameters: ROLE },
    { name: "role with attached policies", code: "DeleteConflict", status: 409, before: [ATTACHED], action: "DeleteRole", parameters: ROLE },
    { name: "policy in use", code: "DeleteConflict", status: 409, before: [ATTACHED], action: "DeletePolicy", parameters: POLICY },
    { name: "policy with versions", code: "DeleteConflict", status: 409, before: [VERSION], action: "DeletePolicy", parameters: POLICY },
    { name: "default version", code: "DeleteConflict", status: 409, action: "DeletePolicyVersion", parameters: { ...POLICY, VersionId: "v1" } },
    { name: "sixth version", code: "LimitExceeded", status: 409, before: [VERSION, VERSION, VERSION, VERSION], ...VERSION },
    {
      name: "eleventh policy",
      code: "LimitExceeded",
      status: 409,
      before: Array.from({ length: 10 }, (_, index) => [
        { action: "CreatePolicy", parameters: { PolicyName: `p${index}`, PolicyDocument: READ } },
        { action: "AttachRolePolicy", parameters: { ...ROLE, PolicyArn: `${ACCOUNT}:policy/p${index}` } },
      ]).flat(),
      ...ATTACHED,
    },
    { name: "wrong version", code: "InvalidAction", status: 400, action: "GetRole", parameters: { Version: "2011-06-15" } },
    { name: "unknown action", code: "InvalidAction", status: 400, action: "CreateUnicorn" },
  ])("$name", async ({ name, code, status, before = [], action, parameters = {} }) => {
    const { call } = createApi();
    const setup = [
      { action: "CreateRole", parameters: { ...ROLE, AssumeRolePolicyDocument: TRUST } },
      { action: "CreatePolicy", parameters: { PolicyName: "limits", Path: "/team/", PolicyDocument: READ } },
      ...before,
    ];
    for (const step of setup) expect((await call(step.action, step.parameters)).status).toBe(200);
    const answer = await call(action, parameters);
    expect([answer.status, answer.code]).toEqual([status, code]);
    await expect(answer.text).toMatchFileSnapshot(`../../__golden__/refusal/${name.replaceAll(" ", "-")}.xml`);
    // A refusal by dispatch comes before anything is checked.
    const refused = answer.events.filter((event) => event.kind === "check" && !event.passed);
    expect(refused).toHaveLength(code === "InvalidAction" ? 0 : 1);
  });
});

test("a list in pages: each item once, in order, until it is no longer truncated", async () => {
  const { call } = createApi();
  for (const name of ["d", "b", "e", "a", "c"]) await call("CreateRole", { RoleName: name, AssumeRolePolicyDocument: TRUST });
  const pages: string[][] = [];
  let marker: string | undefined;
  do {
    const { text } = await call("ListRoles", { MaxItems: "2", ...(marker === undefined ? {} : { Marker: marker }) });
    pages.push([...text.matchAll(/<RoleName>(.*?)<\/RoleName>/g)].map(([, name]) => name ?? ""));
    marker = /<Marker>(.*?)<\/Marker>/.exec(text)?.[1];
    expect(text).toContain(`<IsTruncated>${marker !== undefined}</IsTruncated>`);
  } while (marker !== undefined);
  expect(pages).toEqual([["a", "b"], ["c", "d"], ["e"]]);
});
