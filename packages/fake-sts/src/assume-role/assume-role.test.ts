import { bodyText, type JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import {
  ACCOUNT,
  checksOf,
  createTestWorld,
  credentialsIn,
  element,
  OTHER_ACCOUNT,
  PROVIDER_ARN,
  ROLE_ARN,
  type TestWorld,
  trailOf,
  trustStatement,
} from "../world.test-support.js";

const DEVELOPER = `arn:aws:iam::${ACCOUNT}:user/developer`;
const PARAMETERS = { RoleArn: ROLE_ARN, RoleSessionName: "my-session" };

function trusting(principal: string, change: JsonObject = {}): (world: TestWorld) => void {
  return (world) => world.changeTrustPolicy([{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole", ...change }]);
}

const withoutPolicies = ({ account, developer }: TestWorld): unknown => account.users.set("developer", { ...developer, policies: [] });

test("the response: AssumedRoleUser, Credentials", async () => {
  const world = createTestWorld();
  trusting(DEVELOPER)(world);
  await expect(bodyText(await world.signedCall("AssumeRole", PARAMETERS))).toMatchFileSnapshot("../../__golden__/assume-role.xml");
});

describe("who may assume a role (section 1.6)", () => {
  test.each<{ name: string; set: (world: TestWorld) => void; parameters?: Record<string, string>; allowed: boolean; readonly action?: string }>([
    { name: "trust names the user; the user's policies allow", set: trusting(DEVELOPER), allowed: true },
    {
      name: "same account, trust names the user directly: no identity policy is needed",
      set: (world) => [trusting(DEVELOPER)(world), withoutPolicies(world)],
      allowed: true,
    },
    { name: "trust names the account: the user's policies allow", set: trusting(`arn:aws:iam::${ACCOUNT}:root`), allowed: true },
    {
      name: "trust names the account: the user's policies must allow too",
      set: (world) => [trusting(`arn:aws:iam::${ACCOUNT}:root`)(world), withoutPolicies(world)],
      allowed: false,
    },
    { name: "trust names nobody", set: (world) => world.changeTrustPolicy([trustStatement()]), allowed: false },
    { name: "trust names another user", set: trusting(`${DEVELOPER}s`), allowed: false },
    {
      name: "trust denies",
      set: (world) =>
        world.changeTrustPolicy([
          { Effect: "Allow", Principal: { AWS: DEVELOPER }, Action: "sts:AssumeRole" },
          { Effect: "Deny", Principal: { AWS: DEVELOPER }, Action: "sts:AssumeRole" },
        ]),
      allowed: false,
    },
    { name: "no such role", set: ({ account }) => account.roles.clear(), allowed: false },
    {
      name: "external id asked for and sent",
      set: trusting(DEVELOPER, { Condition: { StringEquals: { "sts:ExternalId": "42" } } }),
      parameters: { ExternalId: "42" },
      allowed: true,
    },
    { name: "external id asked for and not sent", set: trusting(DEVELOPER, { Condition: { StringEquals: { "sts:ExternalId": "42" } } }), allowed: false },
    {
      name: "tags without sts:TagSession",
      set: trusting(DEVELOPER),
      parameters: { "Tags.member.1.Key": "a", "Tags.member.1.Value": "b" },
      allowed: false,
      action: "sts:TagSession",
    },
    {
      name: "tags with sts:TagSession",
      set: trusting(DEVELOPER, { Action: ["sts:AssumeRole", "sts:TagSession"] }),
      parameters: { "Tags.member.1.Key": "a", "Tags.member.1.Value": "b" },
      allowed: true,
    },
    {
      name: "source identity without sts:SetSourceIdentity",
      set: trusting(DEVELOPER),
      parameters: { SourceIdentity: "ann" },
      allowed: false,
      action: "sts:SetSourceIdentity",
    },
  ])("$name", async ({ set, parameters = {}, allowed, action = "sts:AssumeRole" }) => {
    const world = createTestWorld();
    set(world);
    const response = await world.signedCall("AssumeRole", { ...PARAMETERS, ...parameters });
    expect(response.status).toBe(allowed ? 200 : 403);
    if (!allowed) expect(element(response, "Message")).toBe(`User: ${DEVELOPER} is not authorized to perform: ${action} on resource: ${ROLE_ARN}`);
    expect(checksOf(world.events).at(-1)?.passed).toBe(allowed);
    expect(trailOf(world.events)).toHaveLength(1);
  });

  test.each<{ key: string; operator?: string; value: string; others: string }>([
    { key: "sts:RoleSessionName", value: "my-session", others: "session" },
    { key: "sts:ExternalId", value: "42", others: "43" },
    { key: "sts:SourceIdentity", value: "ann", others: "bob" },
    { key: "sts:TransitiveTagKeys", operator: "ForAnyValue:StringEquals", value: "team", others: "stage" },
    { key: "aws:TagKeys", operator: "ForAnyValue:StringEquals", value: "team", others: "stage" },
    { key: "aws:RequestTag/team", value: "blue", others: "red" },
    { key: "aws:ResourceTag/stage", value: "prod", others: "test" },
    { key: "aws:PrincipalArn", value: DEVELOPER, others: ROLE_ARN },
  ])("a trust policy may ask for $key", async ({ key, operator = "StringEquals", value, others }) => {
    const sent = { "Tags.member.1.Key": "team", "Tags.member.1.Value": "blue", "TransitiveTagKeys.member.1": "team", SourceIdentity: "ann", ExternalId: "42" };
    const statusFor = async (wanted: string): Promise<number> => {
      const world = createTestWorld();
      world.changeRole({ tags: new Map([["stage", "prod"]]) });
      trusting(DEVELOPER, { Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"], Condition: { [operator]: { [key]: wanted } } })(world);
      return (await world.signedCall("AssumeRole", { ...PARAMETERS, ...sent })).status;
    };
    expect([await statusFor(value), await statusFor(others)]).toEqual([200, 403]);
  });

  test("across accounts both sides must allow", async () => {
    const world = createTestWorld();
    const visitor = world.otherAccount.users.get("developer");
    if (visitor === undefined) throw new Error("no visitor");
    trusting(visitor.arn)(world);
    expect((await world.signedCall("AssumeRole", PARAMETERS, { credentials: visitor })).status).toBe(200);
    world.otherAccount.users.set("developer", { ...visitor, policies: [] });
    const refused = await world.signedCall("AssumeRole", PARAMETERS, { credentials: visitor });
    expect(element(refused, "Message")).toBe(
      `User: arn:aws:iam::${OTHER_ACCOUNT}:user/developer is not authorized to perform: sts:AssumeRole on resource: ${ROLE_ARN}`,
    );
  });
});

describe("role chaining (sections 2.2 and 7)", () => {
  /** A pod's role that may assume `next`. */
  async function chain(claims: object = {}) {
    const world = createTestWorld();
    Object.assign(world.call.claims, claims);
    world.changeTrustPolicy([
      {
        Effect: "Allow",
        Principal: { Federated: PROVIDER_ARN },
        Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
      },
    ]);
    const role = world.account.roles.get("my-pod-role");
    if (role === undefined) throw new Error("no role");
    const arn = `arn:aws:iam::${ACCOUNT}:role/next` as typeof role.arn;
    const trust = { Effect: "Allow", Principal: { AWS: ROLE_ARN }, Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] };
    world.account.roles.set("next", {
      ...role,
      name: "next",
      arn,
      id: "AROA3ISBVQKHNEXTNEXTN",
      maxSessionDurationSeconds: 43_200,
      trustPolicy: { source: "role/next/trust-policy", document: { Version: "2012-10-17", Statement: [trust] } },
    });
    const credentials = credentialsIn(await world.assumeRole());
    return { world, call: (parameters = {}) => world.signedCall("AssumeRole", { RoleArn: arn, RoleSessionName: "next", ...parameters }, { credentials }) };
  }

  const TAGS = { "https://aws.amazon.com/tags": { principal_tags: { team: ["blue"], app: ["x"] }, transitive_tag_keys: ["team"] } };
  const CHAINING = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
  const CONFLICT = "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.";

  test.each<{ name: string; claims?: object; parameters?: object; status: number; message: string | null }>([
    { name: "an hour", parameters: { DurationSeconds: "3600" }, status: 200, message: null },
    { name: "more than an hour, though the role allows twelve", parameters: { DurationSeconds: "3601" }, status: 400, message: CHAINING },
    {
      name: "a transitive tag cannot be set again",
      claims: TAGS,
      parameters: { "Tags.member.1.Key": "TEAM", "Tags.member.1.Value": "red" },
      status: 400,
      message: CONFLICT,
    },
    { name: "another tag can", claims: TAGS, parameters: { "Tags.member.1.Key": "app", "Tags.member.1.Value": "y" }, status: 200, message: null },
    {
      name: "the source identity cannot be set again",
      claims: { "https://aws.amazon.com/source_identity": "ann" },
      parameters: { SourceIdentity: "bob" },
      status: 400,
      message: "The source identity is already set for this assume role session",
    },
  ])("$name", async ({ claims, parameters, status, message }) => {
    const { call } = await chain(claims);
    const response = await call(parameters);
    expect([response.status, element(response, "Message")]).toEqual([status, message]);
  });

  test("transitive tags and the source identity go with the chain", async () => {
    const { world, call } = await chain({ ...TAGS, "https://aws.amazon.com/source_identity": "ann" });
    expect(element(await call(), "SourceIdentity")).toBe("ann");
    expect(trailOf(world.events).at(-1)).toMatchObject({
      requestParameters: { principalTags: { team: "blue" }, transitiveTagKeys: ["team"], sourceIdentity: "ann" },
    });
    expect(JSON.stringify(trailOf(world.events).at(-1))).not.toContain("app");
  });
});

describe("what is wrong with tags and policies (section 2.3)", () => {
  test.each<{ name: string; parameters: Record<string, string>; code: string; message: string }>([
    {
      name: "a key twice, in another case",
      parameters: { "Tags.member.1.Key": "a", "Tags.member.1.Value": "1", "Tags.member.2.Key": "A", "Tags.member.2.Value": "2" },
      code: "InvalidParameterValue",
      message: "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
    },
    {
      name: "a transitive key that is no tag",
      parameters: { "TransitiveTagKeys.member.1": "a" },
      code: "InvalidParameterValue",
      message: "The specified transitive tag key must be included in the requested tags.",
    },
    {
      name: "a key of AWS's own",
      parameters: { "Tags.member.1.Key": "aws:a", "Tags.member.1.Value": "1" },
      code: "ValidationError",
      message:
        "1 validation error detected: Value 'aws:a' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
    },
    { name: "a session policy that is no JSON", parameters: { Policy: "{" }, code: "MalformedPolicyDocument", message: "This policy contains invalid Json" },
    {
      name: "too long for the role",
      parameters: { DurationSeconds: "3601" },
      code: "ValidationError",
      message: "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    },
  ])("$name", async ({ parameters, code, message }) => {
    const world = createTestWorld();
    trusting(DEVELOPER, { Action: ["sts:AssumeRole", "sts:TagSession"] })(world);
    const response = await world.signedCall("AssumeRole", { ...PARAMETERS, ...parameters });
    expect([element(response, "Code"), element(response, "Message")]).toEqual([code, message]);
  });

  test("PackedPolicySize is there when tags were passed, and absent otherwise", async () => {
    const world = createTestWorld();
    trusting(DEVELOPER, { Action: ["sts:AssumeRole", "sts:TagSession"] })(world);
    const tagged = await world.signedCall("AssumeRole", { ...PARAMETERS, "Tags.member.1.Key": "team", "Tags.member.1.Value": "blue" });
    expect(element(tagged, "PackedPolicySize")).toBe("1");
    expect(element(await world.signedCall("AssumeRole", PARAMETERS), "PackedPolicySize")).toBeNull();
  });
});
