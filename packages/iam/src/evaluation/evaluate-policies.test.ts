import type { Arn, JsonObject } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyRequest } from "./decision.js";
import { evaluatePolicies } from "./evaluate-policies.js";

const PROVIDER = "arn:aws:iam::111122223333:oidc-provider/oidc.test/id/1" as Arn;
const SUBJECT = "system:serviceaccount:default:app";
const REQUEST: PolicyRequest = {
  action: "sts:AssumeRoleWithWebIdentity",
  principal: { kind: "Federated", arns: [PROVIDER] },
  context: new Map([
    ["oidc.test/id/1:sub", [SUBJECT]],
    ["oidc.test/id/1:aud", ["sts.amazonaws.com"]],
    ["oidc.test/id/1:amr", ["one", "two"]],
    ["aws:SecureTransport", ["true"]],
    ["aws:SourceIp", ["203.0.113.7"]],
    ["aws:VpcSourceIp", ["2001:db8::1"]],
    ["test:bytes", ["aGVsbG8="]],
    ["aws:EpochTime", ["1767603600"]],
    ["aws:CurrentTime", ["2026-01-05T09:00:00Z"]],
  ]),
};

const allow = (parts: JsonObject): JsonObject => ({ Effect: "Allow", Principal: { Federated: PROVIDER }, Action: "sts:AssumeRoleWithWebIdentity", ...parts });
const document = (statements: readonly JsonObject[], version = "2012-10-17"): JsonObject => ({ Version: version, Statement: statements });
const decide = (...documents: readonly JsonObject[]) =>
  evaluatePolicies(
    documents.map((policy, index) => ({ source: `policy-${index}`, document: policy })),
    REQUEST,
  );
const outcomeOf = (parts: JsonObject, version?: string): string => decide(document([allow(parts)], version)).outcome;

describe("condition rules of section 5.3", () => {
  const sub = "oidc.test/id/1:sub";
  test.each<{ readonly name: string; readonly condition: JsonObject; readonly outcome: "allowed" | "implicit-deny" }>([
    { name: "StringEquals matches the very value", condition: { StringEquals: { [sub]: SUBJECT } }, outcome: "allowed" },
    { name: "StringEquals is sensitive to case", condition: { StringEquals: { [sub]: SUBJECT.toUpperCase() } }, outcome: "implicit-deny" },
    { name: "StringEquals has no wildcards", condition: { StringEquals: { [sub]: "system:serviceaccount:default:*" } }, outcome: "implicit-deny" },
    { name: "StringLike has", condition: { StringLike: { [sub]: "system:serviceaccount:default:*" } }, outcome: "allowed" },
    { name: "* of StringLike crosses colons", condition: { StringLike: { [sub]: "system:*:app" } }, outcome: "allowed" },
    { name: "? of StringLike is one character", condition: { StringLike: { [sub]: "system:serviceaccount:default:ap?" } }, outcome: "allowed" },
    { name: "StringEqualsIgnoreCase", condition: { StringEqualsIgnoreCase: { [sub]: SUBJECT.toUpperCase() } }, outcome: "allowed" },
    { name: "values of one key are alternatives", condition: { StringEquals: { [sub]: ["x", SUBJECT] } }, outcome: "allowed" },
    { name: "keys of one operator must all match", condition: { StringEquals: { [sub]: SUBJECT, "oidc.test/id/1:aud": "other" } }, outcome: "implicit-deny" },
    { name: "operators must all match", condition: { StringEquals: { [sub]: SUBJECT }, StringLike: { [sub]: "x*" } }, outcome: "implicit-deny" },
    { name: "key names compare without regard to case", condition: { StringEquals: { "OIDC.test/ID/1:SUB": SUBJECT } }, outcome: "allowed" },
    { name: "a missing key fails a positive operator", condition: { StringEquals: { "other:sub": SUBJECT } }, outcome: "implicit-deny" },
    { name: "a missing key passes a negated operator", condition: { StringNotEquals: { "other:sub": "x" } }, outcome: "allowed" },
    { name: "of a negated operator no value may match", condition: { StringNotEquals: { [sub]: ["x", SUBJECT] } }, outcome: "implicit-deny" },
    { name: "IfExists passes a missing key", condition: { StringEqualsIfExists: { "other:sub": "x" } }, outcome: "allowed" },
    { name: "IfExists compares a key that is there", condition: { StringEqualsIfExists: { [sub]: "x" } }, outcome: "implicit-deny" },
    { name: "Null true wants the key missing", condition: { Null: { "other:sub": "true" } }, outcome: "allowed" },
    { name: "Null false wants it there", condition: { Null: { "other:sub": "false" } }, outcome: "implicit-deny" },
    { name: "several values need a set operator", condition: { StringEquals: { "oidc.test/id/1:amr": "one" } }, outcome: "implicit-deny" },
    { name: "ForAnyValue is met by one", condition: { "ForAnyValue:StringEquals": { "oidc.test/id/1:amr": "one" } }, outcome: "allowed" },
    { name: "ForAnyValue fails on a missing key", condition: { "ForAnyValue:StringEquals": { "other:amr": "one" } }, outcome: "implicit-deny" },
    { name: "ForAllValues wants all", condition: { "ForAllValues:StringEquals": { "oidc.test/id/1:amr": "one" } }, outcome: "implicit-deny" },
    { name: "ForAllValues lets a missing key in", condition: { "ForAllValues:StringEquals": { "other:sub": SUBJECT } }, outcome: "allowed" },
    { name: "Bool", condition: { Bool: { "aws:SecureTransport": true } }, outcome: "allowed" },
    { name: "NumericLessThan", condition: { NumericLessThan: { "aws:EpochTime": "1767603601" } }, outcome: "allowed" },
    { name: "DateGreaterThan", condition: { DateGreaterThan: { "aws:CurrentTime": "2026-01-05T09:00:00Z" } }, outcome: "implicit-deny" },
    { name: "IpAddress within a range", condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, outcome: "allowed" },
    { name: "IpAddress outside a range", condition: { IpAddress: { "aws:SourceIp": ["203.0.114.0/24", "2001:db8::/32"] } }, outcome: "implicit-deny" },
    { name: "IpAddress of one address", condition: { IpAddress: { "aws:SourceIp": "203.0.113.7" } }, outcome: "allowed" },
    { name: "NotIpAddress", condition: { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, outcome: "implicit-deny" },
    { name: "IpAddress of version 6", condition: { IpAddress: { "aws:VpcSourceIp": "2001:db8::/32" } }, outcome: "allowed" },
    { name: "a range that is none matches nothing", condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/64" } }, outcome: "implicit-deny" },
    { name: "BinaryEquals", condition: { BinaryEquals: { "test:bytes": "aGVsbG8=" } }, outcome: "allowed" },
    { name: "BinaryEquals of other bytes", condition: { BinaryEquals: { "test:bytes": "aGVsbG9v" } }, outcome: "implicit-deny" },
    { name: "an operator that is not known matches nothing", condition: { StringSounds: { [sub]: SUBJECT } }, outcome: "implicit-deny" },
    { name: "a variable", condition: { StringEquals: { [sub]: "${oidc.test/id/1:sub}" } }, outcome: "allowed" },
    { name: "a variable without a value matches nothing", condition: { StringEquals: { [sub]: "${aws:username}" } }, outcome: "implicit-deny" },
    { name: "a variable's default", condition: { StringEquals: { [sub]: `\${aws:username, '${SUBJECT}'}` } }, outcome: "allowed" },
  ])("$name", ({ condition, outcome }) => {
    expect(outcomeOf({ Condition: condition })).toBe(outcome);
  });

  test("variables are plain text in a policy of 2008", () => {
    expect(outcomeOf({ Condition: { StringEquals: { [sub]: "${oidc.test/id/1:sub}" } } }, "2008-10-17")).toBe("implicit-deny");
  });
});

describe("principal and action", () => {
  test.each([
    { name: "another provider", parts: { Principal: { Federated: `${PROVIDER}2` } }, outcome: "implicit-deny" },
    { name: "one of several providers", parts: { Principal: { Federated: ["x", PROVIDER] } }, outcome: "allowed" },
    { name: "the provider as an AWS principal", parts: { Principal: { AWS: PROVIDER } }, outcome: "implicit-deny" },
    { name: "everybody", parts: { Principal: "*" }, outcome: "allowed" },
    { name: "another action", parts: { Action: "sts:AssumeRole" }, outcome: "implicit-deny" },
    { name: "an action in another case", parts: { Action: "STS:assumerolewithwebidentity" }, outcome: "allowed" },
    { name: "NotAction of this action", parts: { Action: undefined, NotAction: "sts:*" }, outcome: "implicit-deny" },
    { name: "NotAction of another action", parts: { Action: undefined, NotAction: "sts:AssumeRole" }, outcome: "allowed" },
    { name: "a pattern of actions", parts: { Action: "sts:*" }, outcome: "allowed" },
  ])("$name", ({ parts, outcome }) => {
    // Through JSON, as policies come: what is undefined is absent.
    expect(decide(document([JSON.parse(JSON.stringify(allow(parts as JsonObject))) as JsonObject])).outcome).toBe(outcome);
  });
});

describe("resources of an identity policy", () => {
  const decideOn = (resource: string, statement: JsonObject): string =>
    evaluatePolicies([{ source: "p", document: document([{ Effect: "Allow", Action: "s3:GetObject", ...statement }]) }], {
      action: "s3:GetObject",
      resource,
      principal: null,
      context: new Map([["aws:userid", ["AROA:me"]]]),
    }).outcome;
  test.each([
    { name: "the very object", statement: { Resource: "arn:aws:s3:::b/k" }, outcome: "allowed" },
    { name: "everything in the bucket", statement: { Resource: "arn:aws:s3:::b/*" }, outcome: "allowed" },
    { name: "the bucket alone is not its objects", statement: { Resource: "arn:aws:s3:::b" }, outcome: "implicit-deny" },
    { name: "everything", statement: { Resource: "*" }, outcome: "allowed" },
    { name: "NotResource of this object", statement: { NotResource: "arn:aws:s3:::b/k" }, outcome: "implicit-deny" },
    { name: "NotAction of another action", statement: { NotAction: "s3:PutObject", Action: undefined, Resource: "*" }, outcome: "allowed" },
  ])("$name", ({ statement, outcome }) => {
    expect(decideOn("arn:aws:s3:::b/k", JSON.parse(JSON.stringify({ Action: "s3:GetObject", ...statement })) as JsonObject)).toBe(outcome);
  });
});

describe("the decision explains itself", () => {
  test("the nearest miss, with pointer, expected and actual", () => {
    const { outcome, decisive } = decide(
      document([allow({ Action: "sts:AssumeRole", Principal: { Federated: "x" } }), allow({ Condition: { StringEquals: { "oidc.test/id/1:sub": "other" } } })]),
    );
    expect(outcome).toBe("implicit-deny");
    expect(decisive).toMatchObject({ policy: "policy-0", pointer: "/Statement/1", applies: false });
    expect(decisive?.elements.filter(({ matched }) => !matched)).toEqual([
      {
        element: "Condition",
        matched: false,
        pointer: "/Statement/1/Condition/StringEquals/oidc.test~1id~11:sub",
        operator: "StringEquals",
        conditionKey: "oidc.test/id/1:sub",
        expected: ["other"],
        actual: [SUBJECT],
        reason: "value-differs",
      },
    ]);
  });

  test("of two misses as near, the one that shuts out whoever asks", () => {
    const condition = (operator: string, value: string): JsonObject => allow({ Condition: { [operator]: { "oidc.test/id/1:sub": value } } });
    const decisiveOf = (...statements: readonly JsonObject[]) => decide(document(statements)).decisive?.pointer;
    expect(decisiveOf(condition("StringEquals", "other"), condition("StringNotEquals", SUBJECT))).toBe("/Statement/1");
    expect(decisiveOf(condition("StringEquals", "other"), condition("StringEquals", "x"))).toBe("/Statement/0");
  });

  test("a statement that is no list has a pointer without a number", () => {
    expect(decide({ Version: "2012-10-17", Statement: allow({}) }).decisive?.pointer).toBe("/Statement");
  });

  test("without statements nothing decides", () => {
    expect(decide(document([]))).toEqual({ outcome: "implicit-deny", statements: [], decisive: null });
  });

  test("an explicit deny wins over an allow, wherever it stands", () => {
    expect(decide(document([allow({}), allow({ Effect: "Deny", Sid: "no" })])).outcome).toBe("explicit-deny");
    expect(decide(document([allow({ Effect: "Deny" })]), document([allow({})])).outcome).toBe("explicit-deny");
  });
});

const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Deny"),
  Principal: fc.constantFrom<JsonObject | string>("*", { Federated: PROVIDER }, { Federated: "x" }),
  Action: fc.constantFrom("sts:*", "sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"),
  Condition: fc.constantFrom<JsonObject>(
    {},
    { StringEquals: { "oidc.test/id/1:sub": SUBJECT } },
    { StringLike: { "oidc.test/id/1:sub": "x*" } },
    { Unknown: { k: "v" } },
  ),
}) as fc.Arbitrary<JsonObject>;
const statements = fc.array(statement, { maxLength: 5 });

describe("properties", () => {
  test("adding a Deny never allows", () => {
    fc.assert(
      fc.property(statements, statement, (some, one) => {
        if (decide(document(some)).outcome !== "allowed") expect(decide(document([...some, { ...one, Effect: "Deny" }])).outcome).not.toBe("allowed");
      }),
    );
  });

  test("the order of statements never matters", () => {
    fc.assert(
      fc.property(statements, (some) => {
        expect(decide(document([...some].reverse())).outcome).toBe(decide(document(some)).outcome);
      }),
    );
  });

  test("a statement that stands twice never matters", () => {
    fc.assert(
      fc.property(statements, (some) => {
        expect(decide(document([...some, ...some])).outcome).toBe(decide(document(some)).outcome);
      }),
    );
  });

  test("nothing is allowed without an Allow that applies", () => {
    fc.assert(
      fc.property(statements, (some) => {
        const { outcome, statements: results } = decide(document(some));
        if (outcome === "allowed") expect(results.some(({ effect, applies }) => effect === "Allow" && applies)).toBe(true);
      }),
    );
  });
});
