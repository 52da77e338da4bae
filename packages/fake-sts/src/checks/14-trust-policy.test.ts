import type { CheckEvent, JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { ACCOUNT, checksOf, createTestWorld, ISSUER_HOST, PROVIDER_ARN, PROVIDER_URL, SUBJECT, type TestWorld, trustStatement } from "../world.test-support.js";

const POLICY = "role/my-pod-role/trust-policy";
const SUB_KEY = `${PROVIDER_URL}:sub`;
const AUD_KEY = `${PROVIDER_URL}:aud`;
const PROD = "system:serviceaccount:prod:my-service-account";

test.each<{ name: string; flip: (world: TestWorld) => void; expected: object; actual: object }>([
  {
    name: "nothing: it passes on the service account's name",
    flip: () => {},
    expected: { value: SUBJECT, from: { file: POLICY, pointer: `/Statement/0/Condition/StringEquals/${escaped(SUB_KEY)}` } },
    actual: { value: SUBJECT, from: { file: "token", pointer: "sub" } },
  },
  {
    name: "nothing, and the service account's name comes first",
    flip: withCondition({ StringEquals: { [SUB_KEY]: SUBJECT, [AUD_KEY]: "sts.amazonaws.com" } }),
    expected: { value: SUBJECT, from: { file: POLICY, pointer: `/Statement/0/Condition/StringEquals/${escaped(SUB_KEY)}` } },
    actual: { value: SUBJECT, from: { file: "token", pointer: "sub" } },
  },
  {
    name: "the sub",
    flip: withCondition({ StringEquals: { [AUD_KEY]: "sts.amazonaws.com", [SUB_KEY]: PROD } }),
    expected: { value: PROD, from: { file: POLICY, pointer: `/Statement/0/Condition/StringEquals/${escaped(SUB_KEY)}` } },
    actual: { value: SUBJECT, from: { file: "token", pointer: "sub" } },
  },
  {
    name: "an operator that shuts the sub out",
    flip: withCondition({ StringEquals: { [AUD_KEY]: "sts.amazonaws.com" }, StringNotLike: { [SUB_KEY]: SUBJECT } }),
    expected: { value: SUBJECT, from: { file: POLICY, pointer: "/Statement/0/Condition/StringNotLike" } },
    actual: { value: SUBJECT, from: { file: "token", pointer: "sub" } },
  },
  {
    name: "an operator that compares no text",
    flip: withCondition({ ArnLike: { [SUB_KEY]: SUBJECT } }),
    expected: { value: SUBJECT, from: { file: POLICY, pointer: "/Statement/0/Condition/ArnLike" } },
    actual: { value: SUBJECT, from: { file: "token", pointer: "sub" } },
  },
  {
    name: "a negated operator on what is not of the token",
    flip: withCondition({ StringNotLike: { "sts:RoleSessionName": "my-*" } }),
    expected: { value: "my-*", from: { file: POLICY, pointer: "/Statement/0/Condition/StringNotLike/sts:RoleSessionName" } },
    actual: { value: "my-session", from: { file: "request", pointer: "RoleSessionName" } },
  },
  {
    name: "the aud of a token with azp",
    flip: (world) => {
      withCondition({ StringEquals: { [AUD_KEY]: "sts.amazonaws.com" } })(world);
      world.call.claims.azp = "my-client";
      world.changeProvider({ clientIds: ["my-client"] });
    },
    expected: { value: "sts.amazonaws.com", from: { file: POLICY, pointer: `/Statement/0/Condition/StringEquals/${escaped(AUD_KEY)}` } },
    actual: { value: "my-client", from: { file: "token", pointer: "azp" } },
  },
  {
    name: "the session name",
    flip: withCondition({ StringLike: { "sts:RoleSessionName": "prod-*" } }),
    expected: { value: "prod-*", from: { file: POLICY, pointer: "/Statement/0/Condition/StringLike/sts:RoleSessionName" } },
    actual: { value: "my-session", from: { file: "request", pointer: "RoleSessionName" } },
  },
  {
    name: "a key of another issuer",
    flip: withCondition({ StringEquals: { [`${ISSUER_HOST}/id/OTHER:sub`]: SUBJECT } }),
    expected: { value: SUBJECT, from: { file: POLICY, pointer: `/Statement/0/Condition/StringEquals/${escaped(`${ISSUER_HOST}/id/OTHER:sub`)}` } },
    actual: { value: "none" },
  },
  {
    name: "the principal",
    flip: (world) => world.changeTrustPolicy([{ ...trustStatement(), Principal: { Federated: `${PROVIDER_ARN}0` } }]),
    expected: { value: `${PROVIDER_ARN}0` },
    actual: { value: PROVIDER_ARN, from: { file: `oidc-provider/${PROVIDER_URL}`, pointer: "/Arn" } },
  },
  {
    name: "the action",
    flip: (world) => world.changeTrustPolicy([{ ...trustStatement(), Action: "sts:AssumeRole" }]),
    expected: { value: "sts:AssumeRole", from: { file: POLICY, pointer: "/Statement/0/Action" } },
    actual: { value: "sts:AssumeRoleWithWebIdentity" },
  },
  {
    name: "a Deny that applies",
    flip: (world) => world.changeTrustPolicy([trustStatement(), { ...trustStatement(), Sid: "NotHere", Effect: "Deny" }]),
    expected: { value: "no Deny statement that applies", from: { file: POLICY, pointer: "/Statement/1" } },
    actual: { value: "NotHere", from: { file: POLICY, pointer: "/Statement/1" } },
  },
  {
    name: "only a Deny that does not apply",
    flip: (world) => world.changeTrustPolicy([{ ...trustStatement({ StringEquals: { [SUB_KEY]: PROD } }), Effect: "Deny" }]),
    expected: { value: "a statement that allows sts:AssumeRoleWithWebIdentity", from: { file: POLICY, pointer: "/Statement" } },
    actual: { value: "none", from: { file: POLICY, pointer: "/Statement" } },
  },
  {
    name: "the role",
    flip: ({ account }) => account.roles.clear(),
    expected: { value: `arn:aws:iam::${ACCOUNT}:role/team/my-pod-role`, from: { file: "request", pointer: "RoleArn" } },
    actual: { value: "none", from: { file: `account/${ACCOUNT}`, pointer: "/Roles" } },
  },
])("what differs: $name", async ({ flip, expected, actual }) => {
  const check = await checkedWith(flip);
  expect(check.expected).toMatchObject(expected);
  expect(check.actual).toEqual(actual);
});

test("the details are the whole decision, with the decisive condition's operator and key", async () => {
  const { details } = await checkedWith(withCondition({ StringEquals: { [SUB_KEY]: PROD } }));
  expect(details).toMatchObject({
    outcome: "implicit-deny",
    operator: "StringEquals",
    conditionKey: SUB_KEY,
    statements: [{ policy: POLICY, effect: "Allow", applies: false }],
  });
});

test.each<{ name: string; condition: JsonObject; status: number }>([
  { name: "key names in another case", condition: { StringEquals: { [SUB_KEY.toUpperCase()]: SUBJECT } }, status: 200 },
  { name: "StringLike with a wildcard", condition: { StringLike: { [SUB_KEY]: "system:serviceaccount:default:*" } }, status: 200 },
  { name: "the provider", condition: { StringEquals: { "aws:FederatedProvider": PROVIDER_ARN } }, status: 200 },
  { name: "the region", condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }, status: 200 },
  { name: "TLS", condition: { Bool: { "aws:SecureTransport": "true" } }, status: 200 },
  { name: "a date", condition: { DateLessThan: { "aws:CurrentTime": "2026-01-05T09:00:01Z" } }, status: 200 },
  { name: "a date that is past", condition: { DateLessThan: { "aws:CurrentTime": "2026-01-05T09:00:00Z" } }, status: 403 },
  { name: "seconds", condition: { NumericEquals: { "aws:EpochTime": "1767603600" } }, status: 200 },
  { name: "oaud without azp", condition: { StringEquals: { [`${PROVIDER_URL}:oaud`]: "sts.amazonaws.com" } }, status: 403 },
])("condition keys: $name", async ({ condition, status }) => {
  const world = createTestWorld();
  withCondition(condition)(world);
  expect((await world.assumeRole()).status).toBe(status);
});

test("typical mistakes are noted, whether the policy is refused for them or not", async () => {
  const notesOf = async (condition: JsonObject) => {
    const world = createTestWorld();
    withCondition(condition)(world);
    await world.assumeRole();
    return world.events.flatMap((event) => (event.kind === "note" && event.name === "sts.trust-policy-mistake" ? [event.attributes.mistake] : []));
  };
  expect(await notesOf({ StringEquals: { [SUB_KEY]: SUBJECT, [AUD_KEY]: "sts.amazonaws.com" } })).toEqual([]);
  expect(await notesOf({ StringEquals: { [SUB_KEY]: "system:serviceaccount:default:*" } })).toContain("wildcard-under-equals");
  expect(await notesOf({ StringEquals: { [AUD_KEY]: "sts.amazonaws.com" } })).toContain("audience-only");
});

function withCondition(condition: JsonObject): (world: TestWorld) => void {
  return (world) => world.changeTrustPolicy([trustStatement(condition)]);
}

async function checkedWith(flip: (world: TestWorld) => void): Promise<CheckEvent> {
  const world = createTestWorld();
  flip(world);
  await world.assumeRole();
  const check = checksOf(world.events).find((event) => event.check === "sts.trust-policy");
  if (check === undefined) throw new Error("the trust policy was not asked");
  return check;
}

/** RFC 6901 section 3. */
function escaped(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}
