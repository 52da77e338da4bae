import { describe, expect, test } from "vitest";
import { NO_GRANTS } from "../index.js";
import { createApi, type Signing } from "./iam-api.test-support.js";

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Federated: "accounts.test" }, Action: "sts:AssumeRoleWithWebIdentity" }],
});
const URL_OF_ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/A1";

test("an OIDC provider is created, shown without its scheme, and deleted", async () => {
  const { call, account } = createApi();
  const created = await call("CreateOpenIDConnectProvider", {
    Url: URL_OF_ISSUER,
    "ClientIDList.member.1": "sts.amazonaws.com",
    "ThumbprintList.member.1": "AB".repeat(20),
  });
  const arn = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1";
  expect(created.status).toBe(200);
  expect(created.text).toContain('<CreateOpenIDConnectProviderResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">');
  expect(created.text).toContain(`<OpenIDConnectProviderArn>${arn}</OpenIDConnectProviderArn>`);
  expect(created.text).toContain(`<RequestId>${created.requestId}</RequestId>`);
  const shown = await call("GetOpenIDConnectProvider", { OpenIDConnectProviderArn: arn });
  expect(shown.text).toContain("<Url>oidc.eks.eu-west-1.amazonaws.com/id/A1</Url>");
  expect(shown.text).toContain(`<member>${"ab".repeat(20)}</member>`);
  await call("DeleteOpenIDConnectProvider", { OpenIDConnectProviderArn: arn });
  expect(account.oidcProviders.size).toBe(0);
});

test("a role is created with its trust policy, and gets a permission policy", async () => {
  const { call, account } = createApi();
  const created = await call("CreateRole", { RoleName: "app", Path: "/team/", AssumeRolePolicyDocument: TRUST, MaxSessionDuration: "7200" });
  await call("PutRolePolicy", {
    RoleName: "app",
    PolicyName: "read",
    PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] }),
  });
  expect(created.text).toMatch(/<RoleId>AROA[A-Z2-7]{17}<\/RoleId>/);
  expect(account.roles.get("app")).toMatchObject({
    arn: "arn:aws:iam::111122223333:role/team/app",
    maxSessionDurationSeconds: 7200,
    trustPolicy: { source: "role/app/trust-policy" },
  });
  expect([...(account.roles.get("app")?.inlinePolicies.keys() ?? [])]).toEqual(["read"]);
  expect((await call("GetRole", { RoleName: "app" })).text).toContain("<Path>/team/</Path>");
});

describe("what IAM refuses", () => {
  const MANY = Object.fromEntries([1, 2, 3, 4, 5, 6].map((index) => [`ThumbprintList.member.${index}`, "ab".repeat(20)]));
  test.each<{
    readonly name: string;
    readonly action: string;
    readonly parameters?: Readonly<Record<string, string>>;
    readonly signing?: Signing;
    readonly status: number;
    readonly code: string;
    readonly message: string;
  }>([
    {
      name: "a provider that exists",
      action: "CreateOpenIDConnectProvider",
      parameters: { Url: "https://taken.test" },
      status: 409,
      code: "EntityAlreadyExists",
      message: "Provider with url https://taken.test already exists.",
    },
    {
      name: "http",
      action: "CreateOpenIDConnectProvider",
      parameters: { Url: "http://a.test" },
      status: 400,
      code: "ValidationError",
      message: "Invalid Open ID Connect Provider URL",
    },
    {
      name: "a port",
      action: "CreateOpenIDConnectProvider",
      parameters: { Url: "https://a.test:8443/x" },
      status: 400,
      code: "ValidationError",
      message: "Invalid Open ID Connect Provider URL",
    },
    {
      name: "six thumbprints",
      action: "CreateOpenIDConnectProvider",
      parameters: { Url: "https://a.test", ...MANY },
      status: 400,
      code: "InvalidInput",
      message: "Thumbprint list must contain fewer than 5 entries.",
    },
    {
      name: "no URL",
      action: "CreateOpenIDConnectProvider",
      status: 400,
      code: "ValidationError",
      message: "1 validation error detected: Value null at 'url' failed to satisfy constraint: Member must not be null",
    },
    {
      name: "a provider that is not there",
      action: "GetOpenIDConnectProvider",
      parameters: { OpenIDConnectProviderArn: "arn:aws:iam::111122223333:oidc-provider/none" },
      status: 404,
      code: "NoSuchEntity",
      message: "OpenIDConnect Provider not found for arn arn:aws:iam::111122223333:oidc-provider/none",
    },
    {
      name: "a role name that is taken in another case",
      action: "CreateRole",
      parameters: { RoleName: "Taken", AssumeRolePolicyDocument: TRUST },
      status: 409,
      code: "EntityAlreadyExists",
      message: "Role with name Taken already exists.",
    },
    {
      name: "a policy that is no JSON",
      action: "CreateRole",
      parameters: { RoleName: "r", AssumeRolePolicyDocument: "{" },
      status: 400,
      code: "MalformedPolicyDocument",
      message: "This policy contains invalid Json",
    },
    {
      name: "a policy without effect",
      action: "CreateRole",
      parameters: { RoleName: "r", AssumeRolePolicyDocument: '{"Statement":[{}]}' },
      status: 400,
      code: "MalformedPolicyDocument",
      message: "Missing required field Effect",
    },
    {
      name: "a policy for a role that is not there",
      action: "PutRolePolicy",
      parameters: {
        RoleName: "none",
        PolicyName: "p",
        PolicyDocument: '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}',
      },
      status: 404,
      code: "NoSuchEntity",
      message: "The role with name none cannot be found.",
    },
    {
      name: "a trust policy beyond the quota",
      action: "CreateRole",
      parameters: { RoleName: "r", AssumeRolePolicyDocument: TRUST.replace("accounts.test", "a".repeat(60).concat(".").repeat(40).concat("test")) },
      status: 409,
      code: "LimitExceeded",
      message: "Cannot exceed quota for ACLSizePerRole: 2048",
    },
    {
      name: "an action that does not exist",
      action: "CreateUnicorn",
      status: 400,
      code: "InvalidAction",
      message: "Could not find operation CreateUnicorn for version 2010-05-08",
    },
    {
      name: "no signature",
      action: "GetRole",
      signing: { unsigned: true },
      status: 403,
      code: "MissingAuthenticationToken",
      message: "Request is missing Authentication Token",
    },
    {
      name: "an unknown key",
      action: "GetRole",
      signing: { accessKeyId: "AKIAUNKNOWN" },
      status: 403,
      code: "InvalidClientTokenId",
      message: "The security token included in the request is invalid.",
    },
    {
      name: "another region",
      action: "GetRole",
      signing: { region: "eu-west-1" },
      status: 403,
      code: "SignatureDoesNotMatch",
      message: "Credential should be scoped to a valid region. ",
    },
    {
      name: "another service",
      action: "GetRole",
      signing: { service: "s3" },
      status: 403,
      code: "SignatureDoesNotMatch",
      message: "Credential should be scoped to correct service: 'iam'. ",
    },
    {
      name: "another secret",
      action: "GetRole",
      signing: { secret: "x" },
      status: 403,
      code: "SignatureDoesNotMatch",
      message:
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    },
  ])("$name", async ({ action, parameters = {}, signing = {}, status, code, message }) => {
    const { call } = createApi();
    await call("CreateOpenIDConnectProvider", { Url: "https://taken.test" });
    await call("CreateRole", { RoleName: "taken", AssumeRolePolicyDocument: TRUST });
    expect(await call(action, parameters, signing)).toMatchObject({ status, code, message });
  });
});

test("deleting a provider that is not there succeeds", async () => {
  const { call } = createApi();
  const { status } = await call("DeleteOpenIDConnectProvider", { OpenIDConnectProviderArn: "arn:aws:iam::111122223333:oidc-provider/none" });
  expect(status).toBe(200);
});

test("the hundred-and-first provider is refused", async () => {
  const { call } = createApi();
  for (let index = 0; index < 100; index++) await call("CreateOpenIDConnectProvider", { Url: `https://${index}.test` });
  expect(await call("CreateOpenIDConnectProvider", { Url: "https://100.test" })).toMatchObject({
    status: 409,
    code: "LimitExceeded",
    message: "Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100",
  });
});

test("a deleted role's credentials die, and live no more under a new role of its name", async () => {
  const { call, account, sessions } = createApi();
  const create = () => call("CreateRole", { RoleName: "app", AssumeRolePolicyDocument: TRUST });
  await create();
  const role = account.roles.get("app");
  if (role === undefined) throw new Error("no role");
  const session = sessions.issue({ role, sessionName: "one", durationSeconds: 3600, webIdentity: null, grants: NO_GRANTS });
  const signing = { accessKeyId: session.accessKeyId, secret: session.secretAccessKey, token: session.sessionToken };
  const alive = await call("GetRole", { RoleName: "app" }, signing);
  await call("DeleteRole", { RoleName: "app" });
  const dead = await call("GetRole", { RoleName: "app" }, signing);
  await create();
  expect([alive.code, dead.code, (await call("GetRole", { RoleName: "app" }, signing)).code]).toEqual([
    "AccessDenied",
    "InvalidClientTokenId",
    "InvalidClientTokenId",
  ]);
});

const LONG_TRUST = TRUST.replace("accounts.test", "a".repeat(60).concat(".").repeat(40).concat("test"));

test.each([
  { name: "AWS's own", quotas: {}, status: 409 },
  { name: "raised", quotas: { trustPolicyCharacters: 4096 }, status: 200 },
])("the quota of trust policies: $name", async ({ quotas, status }) => {
  const { call } = createApi({ quotas });
  const { events, ...response } = await call("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: LONG_TRUST });
  expect(response.status).toBe(status);
  const check = events.find((event) => event.kind === "check" && event.check === "iam.call");
  if (status === 200) expect(check).toBeUndefined();
  else {
    expect(check).toMatchObject({
      expected: { value: "at most 2048 characters" },
      actual: { value: `${LONG_TRUST.length} characters`, from: { file: "role/r/trust-policy" } },
      details: {
        quota: "ACLSizePerRole",
        limit: 2048,
        characters: LONG_TRUST.length,
        statements: [LONG_TRUST.length - '{"Version":"2012-10-17","Statement":[]}'.length],
      },
    });
  }
});

test("white space does not count", async () => {
  const { call } = createApi();
  const spaced = TRUST.replaceAll('":', `":${" ".repeat(600)}`);
  expect(spaced.length).toBeGreaterThan(2048);
  expect((await call("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: spaced })).status).toBe(200);
});

test("where a policy is malformed stands in the trace", async () => {
  const { events } = await createApi().call("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: TRUST.replace("accounts.test", "no provider") });
  expect(events.find((event) => event.kind === "check" && event.check === "iam.call")).toMatchObject({
    reason: "MalformedPolicyDocument",
    expected: { value: "arn:aws:iam::111122223333:oidc-provider/<the issuer without https://>" },
    actual: { value: "no provider", from: { file: "role/r/trust-policy", pointer: "/Statement/0/Principal/Federated" } },
  });
});

test("a service control policy binds the developer too", async () => {
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "iam:CreateRole", Resource: "*" }] };
  const { call } = createApi({ organization: { serviceControlPolicies: [{ source: "organization/scp", document }], resourceControlPolicies: [] } });
  expect(await call("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: TRUST })).toMatchObject({
    status: 403,
    message: expect.stringContaining("with an explicit deny in a service control policy"),
  });
  expect((await call("ListRoles")).status).toBe(200);
});
