import { type Arn, bodyText, type JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { checksOf, createTestWorld, element, type TestWorld, trustStatement } from "../world.test-support.js";

const TAGS = "https://aws.amazon.com/tags";
const SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
const ROLES = "https://aws.amazon.com/roles";
const ROLE_ARN = "arn:aws:iam::111122223333:role/team/my-pod-role";
const team = { principal_tags: { team: ["payments"] }, transitive_tag_keys: ["team"] };
const POLICY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] });

function trusting(world: TestWorld, ...actions: readonly string[]): void {
  world.changeTrustPolicy([{ ...trustStatement(), Action: ["sts:AssumeRoleWithWebIdentity", ...actions] }]);
}

interface Row {
  readonly name: string;
  readonly claims?: JsonObject;
  readonly policy?: string;
  readonly actions?: readonly string[];
  /** Code, check and message; `null` for credentials. */
  readonly refused: readonly [code: string, check: string, message: string] | null;
}

const DENIED = ["AccessDenied", "sts.trust-policy", "Not authorized to perform sts:AssumeRoleWithWebIdentity"] as const;
const TAGS_MALFORMED = ["ValidationError", "sts.session-claims", "Unable to validate tags"] as const;
const MALFORMED = [
  "InvalidIdentityToken",
  "sts.session-claims",
  "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)",
] as const;

describe("AWS's own claims and session policies (sections 2.3, 3.2 and 7)", () => {
  test.each<Row>([
    { name: "tags that the trust policy lets pass", claims: { [TAGS]: team }, actions: ["sts:TagSession"], refused: null },
    {
      name: "tags spelt flat, for issuers that cannot nest",
      claims: { [`${TAGS}/principal_tags/team`]: "payments", [`${TAGS}/transitive_tag_keys`]: ["team"] },
      actions: ["sts:TagSession"],
      refused: null,
    },
    { name: "tags spelt flat without sts:TagSession", claims: { [`${TAGS}/principal_tags/team`]: ["payments"] }, refused: DENIED },
    { name: "tags without sts:TagSession", claims: { [TAGS]: team }, refused: DENIED },
    { name: "a source identity that the trust policy lets pass", claims: { [SOURCE_IDENTITY]: "Admin" }, actions: ["sts:SetSourceIdentity"], refused: null },
    { name: "a source identity without sts:SetSourceIdentity", claims: { [SOURCE_IDENTITY]: "Admin" }, actions: ["sts:TagSession"], refused: DENIED },
    { name: "tags that are no object", claims: { [TAGS]: "team" }, refused: TAGS_MALFORMED },
    { name: "a tag with two values", claims: { [TAGS]: { principal_tags: { team: ["a", "b"] } } }, refused: TAGS_MALFORMED },
    { name: "a tag without a value", claims: { [TAGS]: { principal_tags: { team: [] } } }, refused: TAGS_MALFORMED },
    { name: "a tag with a number", claims: { [TAGS]: { principal_tags: { team: [1] } } }, refused: TAGS_MALFORMED },
    { name: "a tag in AWS's name", claims: { [TAGS]: { principal_tags: { "aws:team": ["a"] } } }, refused: TAGS_MALFORMED },
    { name: "a tag's value of 257 characters", claims: { [TAGS]: { principal_tags: { team: ["a".repeat(257)] } } }, refused: TAGS_MALFORMED },
    { name: "a tag with a control character", claims: { [TAGS]: { principal_tags: { team: ["a\u0001"] } } }, refused: TAGS_MALFORMED },
    {
      name: "51 tags",
      claims: { [TAGS]: { principal_tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`t${index}`, ["x"]])) } },
      refused: TAGS_MALFORMED,
    },
    {
      name: "a key twice, in two cases",
      claims: { [TAGS]: { principal_tags: { team: ["a"], Team: ["b"] } } },
      refused: ["InvalidParameterValue", "sts.session-claims", "Duplicate tag keys found. Please note that Tag keys are case insensitive."],
    },
    {
      name: "a transitive key that is no tag",
      claims: { [TAGS]: { ...team, transitive_tag_keys: ["other"] } },
      refused: ["InvalidParameterValue", "sts.session-claims", "The specified transitive tag key must be included in the requested tags."],
    },
    { name: "a source identity of one character", claims: { [SOURCE_IDENTITY]: "A" }, refused: MALFORMED },
    { name: "a source identity in AWS's name", claims: { [SOURCE_IDENTITY]: "aws:x" }, refused: MALFORMED },
    { name: "roles that name the role", claims: { [ROLES]: ["arn:aws:iam::111122223333:role/other", ROLE_ARN] }, refused: null },
    { name: "one role, as a text", claims: { [ROLES]: ROLE_ARN }, refused: null },
    {
      name: "roles that do not name it",
      claims: { [ROLES]: ["arn:aws:iam::111122223333:role/other"] },
      refused: ["InvalidIdentityToken", "sts.roles-claim", "The target role ARN is not present in the roles claim of the identity token"],
    },
    { name: "roles that are no text", claims: { [ROLES]: 1 }, refused: MALFORMED },
    { name: "a session policy", policy: POLICY, refused: null },
    { name: "a session policy that is no JSON", policy: "{", refused: ["MalformedPolicyDocument", "sts.session-policy", "This policy contains invalid Json"] },
    {
      name: "a session policy with a principal",
      policy: POLICY.replace('"Resource":"*"', '"Resource":"*","Principal":"*"'),
      refused: ["MalformedPolicyDocument", "sts.session-policy", "Policy document should not specify a principal."],
    },
  ])("$name", async ({ claims = {}, policy, actions = [], refused }) => {
    const world = createTestWorld();
    trusting(world, ...actions);
    Object.assign(world.call.claims, claims);
    if (policy !== undefined) world.call.parameters.Policy = policy;
    const body = bodyText(await world.assumeRole());
    const failed = checksOf(world.events).find(({ passed }) => !passed)?.check ?? null;
    if (refused === null) expect([failed, /<AccessKeyId>ASIA/.test(body)]).toEqual([null, true]);
    else expect([/<Code>(.+)<\/Code>/.exec(body)?.[1], failed, /<Message>(.+)<\/Message>/.exec(body)?.[1]]).toEqual(refused);
  });
});

test("policies and tags that take more than their room are refused, with the share they take", async () => {
  const world = createTestWorld();
  trusting(world, "sts:TagSession");
  world.call.parameters.Policy = POLICY;
  world.call.claims[TAGS] = { principal_tags: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`t${index}`, ["x".repeat(250)]])) };
  expect(bodyText(await world.assumeRole())).toMatch(
    /<Code>PackedPolicyTooLarge<\/Code>\s*<Message>Packed policy consumes 1\d\d% of allotted space, please use smaller policy\.<\/Message>/,
  );
});

test("tags alone are refused in words of their own", async () => {
  const world = createTestWorld();
  trusting(world, "sts:TagSession");
  world.call.claims[TAGS] = { principal_tags: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`t${index}`, ["x".repeat(250)]])) };
  expect(bodyText(await world.assumeRole())).toMatch(
    /<Code>PackedPolicyTooLarge<\/Code>\s*<Message>Packed size of session tags consumes 2\d\d% of allotted space\.<\/Message>/,
  );
});

test("the response says how much room was taken, and the source identity; without them it says nothing", async () => {
  const world = createTestWorld();
  expect(bodyText(await world.assumeRole())).not.toMatch(/PackedPolicySize|SourceIdentity/);
  trusting(world, "sts:SetSourceIdentity");
  world.call.parameters.Policy = POLICY;
  world.call.claims[SOURCE_IDENTITY] = "Admin";
  expect(bodyText(await world.assumeRole())).toMatch(/<SourceIdentity>Admin<\/SourceIdentity>\s*<PackedPolicySize>\d+<\/PackedPolicySize>/);
});

test.each([
  {
    name: "a tag",
    claims: { [TAGS]: 7 },
    pointer: TAGS,
    expected: "at most 50 principal_tags, each a list of one value, and transitive_tag_keys",
    actual: "7",
  },
  {
    name: "a source identity",
    claims: { [SOURCE_IDENTITY]: ["a"] },
    pointer: SOURCE_IDENTITY,
    expected: "2 to 64 letters, digits and _ + = , . @ -",
    actual: '["a"]',
  },
  { name: "a list of roles", claims: { [ROLES]: [1] }, pointer: ROLES, expected: "a role's ARN, or a list of them", actual: "[1]" },
])("the check of $name says which claim is wrong, and what it is", async ({ claims, pointer, expected, actual }) => {
  const world = createTestWorld();
  Object.assign(world.call.claims, claims);
  await world.assumeRole();
  const from = { file: "token", pointer };
  expect(checksOf(world.events).at(-1)).toMatchObject({ check: "sts.session-claims", expected: { value: expected, from }, actual: { value: actual, from } });
});

test.each([
  { name: "several", roles: [`${ROLE_ARN}1`, `${ROLE_ARN}2`], value: `${ROLE_ARN}1, ${ROLE_ARN}2` },
  { name: "none", roles: [], value: "none" },
])("the check of the roles claim lists its roles: $name", async ({ roles, value }) => {
  const world = createTestWorld();
  world.call.claims[ROLES] = roles;
  await world.assumeRole();
  expect(checksOf(world.events).at(-1)).toMatchObject({ check: "sts.roles-claim", passed: false, expected: { value } });
});

describe("conditions on what is passed along", () => {
  test.each([
    { name: "aws:RequestTag", condition: { StringEquals: { "aws:RequestTag/team": "payments" } }, allowed: true },
    { name: "aws:RequestTag of another value", condition: { StringEquals: { "aws:RequestTag/team": "other" } }, allowed: false },
    { name: "aws:TagKeys", condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }, allowed: true },
    { name: "sts:TransitiveTagKeys", condition: { "ForAnyValue:StringEquals": { "sts:TransitiveTagKeys": ["team"] } }, allowed: true },
    { name: "sts:RoleAuthorizedByIdp without a roles claim", condition: { Bool: { "sts:RoleAuthorizedByIdp": "true" } }, allowed: false },
    {
      name: "sts:RoleAuthorizedByIdp with one",
      claims: { [ROLES]: [ROLE_ARN] },
      condition: { Bool: { "sts:RoleAuthorizedByIdp": "true" } },
      allowed: true,
    },
    { name: "sts:ExternalId is never there", condition: { Null: { "sts:ExternalId": "true" } }, allowed: true },
  ])("$name", async ({ claims = {}, condition, allowed }) => {
    const world = createTestWorld();
    world.changeTrustPolicy([{ ...trustStatement(condition as JsonObject), Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"] }]);
    Object.assign(world.call.claims, { [TAGS]: team, ...claims });
    expect((await world.assumeRole()).status).toBe(allowed ? 200 : 403);
  });
});

describe("managed session policies (section 2.1)", () => {
  const READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
  const OWN = "arn:aws:iam::111122223333:policy/own";

  function createOwnPolicy({ account, clock }: TestWorld, document: JsonObject): void {
    const version = { id: "v1", document, createdAt: clock.now() };
    const times = { createdAt: clock.now(), updatedAt: clock.now() };
    const policy = { arn: OWN as Arn, id: "ANPA", name: "own", path: "/", description: null, versions: [version], defaultVersionId: "v1", lastVersion: 1 };
    account.policies.set(OWN, { ...policy, ...times, tags: new Map() });
  }

  test.each<{ name: string; arns: readonly string[]; code: string | null }>([
    { name: "AWS's own", arns: [READ_ONLY], code: null },
    { name: "one of the role's account", arns: [OWN], code: null },
    { name: "one of another account", arns: ["arn:aws:iam::444455556666:policy/own"], code: "ValidationError" },
    { name: "one that is not there", arns: ["arn:aws:iam::111122223333:policy/none"], code: "ValidationError" },
    { name: "eleven managed policies", arns: Array.from({ length: 11 }, () => READ_ONLY), code: "ValidationError" },
  ])("$name", async ({ arns, code }) => {
    const world = createTestWorld();
    createOwnPolicy(world, JSON.parse(POLICY) as JsonObject);
    for (const [index, arn] of arns.entries()) world.call.parameters[`PolicyArns.member.${index + 1}.arn`] = arn;
    expect(element(await world.assumeRole(), "Code")).toBe(code);
  });

  test("policies that are too long together", async () => {
    const world = createTestWorld();
    const long = { Version: "2012-10-17", Statement: [{ Sid: "a".repeat(1200), Effect: "Allow", Action: "s3:*", Resource: "*" }] };
    createOwnPolicy(world, long);
    world.call.parameters["PolicyArns.member.1.arn"] = OWN;
    expect(element(await world.assumeRole(), "Code")).toBeNull();
    world.call.parameters.Policy = JSON.stringify(long);
    expect(element(await world.assumeRole(), "Code")).toBe("PackedPolicyTooLarge");
  });
});
