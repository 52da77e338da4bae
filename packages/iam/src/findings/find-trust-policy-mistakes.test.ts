import type { Json, JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { findTrustPolicyMistakes } from "./find-trust-policy-mistakes.js";
import type { TrustPolicyContext } from "./trust-policy-mistake.js";

const URL = "oidc.eks.eu-west-1.amazonaws.com/id/A1";
const SUBJECT = "system:serviceaccount:default:app";
const AUDIENCE = "sts.amazonaws.com";
const CONTEXT: TrustPolicyContext = {
  accountId: "111122223333",
  providerUrl: URL,
  clientIds: [AUDIENCE],
  subject: SUBJECT,
  audience: AUDIENCE,
  hasSessionTags: false,
};
const arn = (url: string, account = "111122223333"): string => `arn:aws:iam::${account}:oidc-provider/${url}`;
const CLAIMS = { [`${URL}:sub`]: SUBJECT, [`${URL}:aud`]: AUDIENCE };

interface Parts {
  readonly federated?: Json;
  readonly action?: Json;
  readonly condition?: JsonObject;
}
const policy = ({ federated = arn(URL), action = "sts:AssumeRoleWithWebIdentity", condition = { StringEquals: CLAIMS } }: Parts): JsonObject => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Federated: federated }, Action: action, Condition: condition }],
});
const equals = (keys: JsonObject): JsonObject => ({ StringEquals: keys });

interface Case {
  readonly name: string;
  readonly parts?: Parts;
  readonly context?: Partial<TrustPolicyContext>;
  readonly mistakes: readonly string[];
}

const CASES: readonly Case[] = [
  { name: "a good policy has none", mistakes: [] },
  { name: "a good pattern has none", parts: { condition: { StringLike: { ...CLAIMS, [`${URL}:sub`]: "system:serviceaccount:*:app" } } }, mistakes: [] },
  { name: "https:// in the provider's ARN", parts: { federated: arn(`https://${URL}`) }, mistakes: ["scheme-in-provider"] },
  { name: "https:// in the condition key", parts: { condition: equals({ ...CLAIMS, [`https://${URL}:sub`]: SUBJECT }) }, mistakes: ["scheme-in-key"] },
  {
    name: "StringEquals with a wildcard",
    parts: { condition: equals({ ...CLAIMS, [`${URL}:sub`]: "system:serviceaccount:default:*" }) },
    mistakes: ["wildcard-under-equals"],
  },
  { name: "another namespace", parts: { condition: equals({ ...CLAIMS, [`${URL}:sub`]: "system:serviceaccount:prod:app" }) }, mistakes: ["wrong-subject"] },
  { name: "a subject without its prefix", parts: { condition: equals({ ...CLAIMS, [`${URL}:sub`]: "default:app" }) }, mistakes: ["wrong-subject"] },
  {
    name: "the audience under :sub",
    parts: { condition: equals({ [`${URL}:sub`]: AUDIENCE, [`${URL}:aud`]: AUDIENCE }) },
    mistakes: ["swapped-claims"],
  },
  { name: "the subject under :aud", parts: { condition: equals({ ...CLAIMS, [`${URL}:aud`]: SUBJECT }) }, mistakes: ["swapped-claims"] },
  { name: "the audience alone", parts: { condition: equals({ [`${URL}:aud`]: AUDIENCE }) }, mistakes: ["audience-only"] },
  { name: "a subject as the audience lets in nobody", parts: { condition: equals({ [`${URL}:aud`]: SUBJECT }) }, mistakes: ["swapped-claims"] },
  {
    name: "a key of another cluster's issuer",
    parts: { condition: equals({ "oidc.eks.eu-west-1.amazonaws.com/id/B2:sub": SUBJECT }) },
    mistakes: ["other-issuer-key"],
  },
  { name: "a key of AWS is no key of an issuer", parts: { condition: equals({ ...CLAIMS, "aws:RequestedRegion": "eu-west-1" }) }, mistakes: [] },
  {
    name: "a key of a local issuer with a port",
    parts: { federated: arn("localhost:8443/id/A1"), condition: equals({ "localhost:8443/id/A1:sub": SUBJECT }) },
    context: { providerUrl: "localhost:8443/id/A1" },
    mistakes: [],
  },
  {
    name: "the audience alone, of a local issuer with a port",
    parts: { federated: arn("localhost:8443/id/A1"), condition: equals({ "localhost:8443/id/A1:aud": AUDIENCE }) },
    context: { providerUrl: "localhost:8443/id/A1" },
    mistakes: ["audience-only"],
  },
  {
    name: "a provider that was registered with a slash at the end",
    parts: { federated: arn(`${URL}/`) },
    context: { providerUrl: `${URL}/` },
    mistakes: [],
  },
  { name: "sts:AssumeRole", parts: { action: "sts:AssumeRole" }, mistakes: ["plain-assume-role"] },
  { name: "sts:AssumeRole beside the right action", parts: { action: ["sts:AssumeRole", "sts:AssumeRoleWith*"] }, mistakes: [] },
  { name: "a provider of another account", parts: { federated: arn(URL, "444455556666") }, mistakes: ["foreign-provider"] },
  { name: "a provider without the client id", context: { clientIds: ["other"] }, mistakes: ["unregistered-client-id"] },
  { name: "sts.amazon.com", parts: { condition: equals({ ...CLAIMS, [`${URL}:aud`]: "sts.amazon.com" }) }, mistakes: ["audience-typo"] },
  { name: "a slash at the end", parts: { federated: arn(`${URL}/`) }, mistakes: ["slash-mismatch"] },
  { name: "the issuer in lower case", parts: { federated: arn(URL.toLowerCase()) }, mistakes: ["lower-cased-issuer"] },
  { name: "ForAllValues", parts: { condition: { "ForAllValues:StringEquals": CLAIMS } }, mistakes: ["for-all-values", "for-all-values"] },
  {
    name: "ForAllValues on a mistyped key",
    parts: { condition: { "ForAllValues:StringEquals": { [`${URL}:subb`]: "x" }, StringEquals: { [`${URL}:aud`]: AUDIENCE } } },
    mistakes: ["for-all-values"],
  },
  {
    name: "ForAllValues on a key with several values",
    parts: { condition: { StringEquals: CLAIMS, "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } } },
    mistakes: [],
  },
  { name: "another account, another partition", parts: { federated: "arn:aws-cn:iam::444455556666:oidc-provider/x" }, mistakes: ["foreign-provider"] },
  { name: "no provider at all", parts: { federated: "accounts.google.com" }, mistakes: [] },
  { name: "a variable is no wildcard", parts: { condition: equals({ ...CLAIMS, "aws:PrincipalTag/a": "${*}" }) }, mistakes: [] },
  {
    name: "a wildcard that nothing may equal",
    parts: { condition: { ...equals(CLAIMS), StringNotEquals: { "aws:userid": "a?c" } } },
    mistakes: ["wildcard-under-equals"],
  },
  { name: "a subject that must not be", parts: { condition: { ...equals(CLAIMS), StringNotEquals: { [`${URL}:sub`]: "x" } } }, mistakes: [] },
  { name: "one of several subjects", parts: { condition: equals({ ...CLAIMS, [`${URL}:sub`]: ["x", SUBJECT] }) }, mistakes: [] },
  { name: "none of several subjects", parts: { condition: equals({ ...CLAIMS, [`${URL}:sub`]: ["x", "y"] }) }, mistakes: ["wrong-subject"] },
  { name: "the subject's key in another case", parts: { condition: equals({ ...CLAIMS, [`${URL}:SUB`]: "x" }) }, mistakes: ["wrong-subject"] },
  { name: "a provider without client ids", context: { clientIds: [] }, mistakes: ["unregistered-client-id"] },
  { name: "no conditions", parts: { condition: {} }, mistakes: [] },
  { name: "tags, and all of STS allowed", parts: { action: "sts:*" }, context: { hasSessionTags: true }, mistakes: [] },
  { name: "tags, and no web identity", parts: { action: "sts:AssumeRoleWithSAML" }, context: { hasSessionTags: true }, mistakes: [] },
  { name: "tags without sts:TagSession", context: { hasSessionTags: true }, mistakes: ["missing-tag-session"] },
  { name: "tags with sts:TagSession", parts: { action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"] }, context: { hasSessionTags: true }, mistakes: [] },
];

const mistakesOf = ({ parts = {}, context = {} }: Case) => findTrustPolicyMistakes(policy(parts), { ...CONTEXT, ...context });

test.each(CASES)("$name", (row) => {
  expect(mistakesOf(row).map(({ mistake }) => mistake)).toEqual(row.mistakes);
});

test("a mistake says where it stands, what was expected, what is there, and how to mend it", async () => {
  const texts = CASES.flatMap((row) =>
    mistakesOf(row).map(({ mistake, pointer, expected, actual, fix }) =>
      [`${row.name}: ${mistake}`, `at ${pointer}`, `expected ${expected}`, `actual   ${actual}`, `fix      ${fix}`].join("\n  "),
    ),
  );
  await expect(`${texts.join("\n")}\n`).toMatchFileSnapshot("../../__golden__/trust-policy-mistakes.txt");
});

test("statements for other callers are left alone", () => {
  const statement = { Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "sts:AssumeRole" };
  expect(findTrustPolicyMistakes({ Statement: [statement, { ...statement, Effect: "Deny" }] }, CONTEXT)).toEqual([]);
});
