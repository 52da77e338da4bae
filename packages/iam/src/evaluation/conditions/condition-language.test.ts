/** The condition language rule by rule: operators, set operators, IfExists, Null, variables (sts-and-iam.md, section 5.3). */
import type { Json, JsonObject } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateCondition } from "./evaluate-condition.js";

const CONTEXT: ReadonlyMap<string, readonly string[]> = new Map([
  ["k", ["Abc"]],
  ["n", ["10"]],
  ["d", ["2026-01-05T09:00:00Z"]],
  ["b", ["true"]],
  ["ip", ["203.0.113.7"]],
  ["arn", ["arn:aws:s3:::bucket/a:b"]],
  ["many", ["one", "two"]],
  ["star", ["*"]],
]);

const holds = (condition: JsonObject, context = CONTEXT, variables: typeof CONTEXT | null = context): boolean =>
  evaluateCondition(condition, { pointer: "/Condition", context, variables }).every(({ matched }) => matched);

describe("operators", () => {
  test.each<{ readonly name: string; readonly operator: string; readonly key: string; readonly value: Json; readonly matched: boolean }>([
    { name: "StringEquals same", operator: "StringEquals", key: "k", value: "Abc", matched: true },
    { name: "StringEquals case counts", operator: "StringEquals", key: "k", value: "abc", matched: false },
    { name: "StringEquals wildcard is plain", operator: "StringEquals", key: "k", value: "A*", matched: false },
    { name: "StringNotEquals other", operator: "StringNotEquals", key: "k", value: "x", matched: true },
    { name: "StringNotEquals same", operator: "StringNotEquals", key: "k", value: "Abc", matched: false },
    { name: "StringNotEquals several: none may match", operator: "StringNotEquals", key: "k", value: ["x", "Abc"], matched: false },
    { name: "StringEqualsIgnoreCase", operator: "StringEqualsIgnoreCase", key: "k", value: "aBC", matched: true },
    { name: "StringNotEqualsIgnoreCase", operator: "StringNotEqualsIgnoreCase", key: "k", value: "aBC", matched: false },
    { name: "StringLike *", operator: "StringLike", key: "k", value: "A*", matched: true },
    { name: "StringLike ? is one character", operator: "StringLike", key: "k", value: "A?", matched: false },
    { name: "StringNotLike", operator: "StringNotLike", key: "k", value: "A*", matched: false },
    { name: "NumericEquals", operator: "NumericEquals", key: "n", value: 10, matched: true },
    { name: "NumericEquals by value, not by text", operator: "NumericEquals", key: "n", value: "10.0", matched: true },
    { name: "NumericEquals of no number", operator: "NumericEquals", key: "n", value: "0xA", matched: false },
    { name: "NumericNotEquals", operator: "NumericNotEquals", key: "n", value: "10", matched: false },
    { name: "NumericLessThan is strict", operator: "NumericLessThan", key: "n", value: "10", matched: false },
    { name: "NumericLessThanEquals", operator: "NumericLessThanEquals", key: "n", value: "10", matched: true },
    { name: "NumericGreaterThan is strict", operator: "NumericGreaterThan", key: "n", value: "10", matched: false },
    { name: "NumericGreaterThanEquals", operator: "NumericGreaterThanEquals", key: "n", value: "10", matched: true },
    { name: "DateEquals of ISO and epoch", operator: "DateEquals", key: "d", value: "1767603600", matched: true },
    { name: "DateNotEquals", operator: "DateNotEquals", key: "d", value: "2026-01-05T09:00:00Z", matched: false },
    { name: "DateLessThan", operator: "DateLessThan", key: "d", value: "2026-01-06", matched: true },
    { name: "DateLessThanEquals", operator: "DateLessThanEquals", key: "d", value: "2026-01-05T09:00:00Z", matched: true },
    { name: "DateGreaterThan", operator: "DateGreaterThan", key: "d", value: "2026-01-05", matched: true },
    { name: "DateGreaterThanEquals", operator: "DateGreaterThanEquals", key: "d", value: "2026-01-06", matched: false },
    { name: "Date has no wildcards", operator: "DateEquals", key: "d", value: "2026-*", matched: false },
    { name: "Bool of JSON true", operator: "Bool", key: "b", value: true, matched: true },
    { name: "Bool of text", operator: "Bool", key: "b", value: "false", matched: false },
    { name: "IpAddress in a range", operator: "IpAddress", key: "ip", value: "203.0.113.0/24", matched: true },
    { name: "NotIpAddress in a range", operator: "NotIpAddress", key: "ip", value: "203.0.113.0/24", matched: false },
    { name: "ArnEquals has wildcards", operator: "ArnEquals", key: "arn", value: "arn:aws:s3:::bucket/*", matched: true },
    { name: "ArnLike wildcard does not cross a colon", operator: "ArnLike", key: "arn", value: "arn:aws:*", matched: false },
    { name: "ArnLike wildcard crosses one in the last part", operator: "ArnLike", key: "arn", value: "arn:aws:s3:::*b", matched: true },
    { name: "ArnNotEquals", operator: "ArnNotEquals", key: "arn", value: "arn:aws:s3:::bucket/*", matched: false },
    { name: "ArnNotLike", operator: "ArnNotLike", key: "arn", value: "arn:aws:s3:::other", matched: true },
  ])("$name", ({ operator, key, value, matched }) => {
    expect(holds({ [operator]: { [key]: value } })).toBe(matched);
  });
});

describe("missing and multivalued keys", () => {
  test.each<{ readonly name: string; readonly operator: string; readonly key: string; readonly value: Json; readonly matched: boolean }>([
    { name: "positive operator, key missing", operator: "StringEquals", key: "none", value: "x", matched: false },
    { name: "negated operator, key missing", operator: "StringNotEquals", key: "none", value: "x", matched: true },
    { name: "IfExists, key missing", operator: "NumericLessThanIfExists", key: "none", value: "1", matched: true },
    { name: "IfExists, key there", operator: "StringLikeIfExists", key: "k", value: "x*", matched: false },
    { name: "IfExists does not combine with Null", operator: "NullIfExists", key: "none", value: "true", matched: false },
    { name: "Null true, key missing", operator: "Null", key: "none", value: "true", matched: true },
    { name: "Null true, key there", operator: "Null", key: "k", value: true, matched: false },
    { name: "Null false, key there", operator: "Null", key: "k", value: "false", matched: true },
    { name: "several values without a set operator, positive", operator: "StringEquals", key: "many", value: ["one", "two"], matched: false },
    { name: "several values without a set operator, negated", operator: "StringNotEquals", key: "many", value: "x", matched: false },
    { name: "ForAnyValue, one matches", operator: "ForAnyValue:StringLike", key: "many", value: "t*", matched: true },
    { name: "ForAnyValue, none matches", operator: "ForAnyValue:StringEquals", key: "many", value: "x", matched: false },
    { name: "ForAnyValue, key missing", operator: "ForAnyValue:StringEquals", key: "none", value: "x", matched: false },
    { name: "ForAnyValue, negated, key missing", operator: "ForAnyValue:StringNotEquals", key: "none", value: "x", matched: false },
    { name: "ForAnyValue with IfExists, key missing", operator: "ForAnyValue:StringEqualsIfExists", key: "none", value: "x", matched: false },
    { name: "ForAllValues with IfExists, key missing", operator: "ForAllValues:StringEqualsIfExists", key: "none", value: "x", matched: true },
    { name: "ForAllValues, all match", operator: "ForAllValues:StringEquals", key: "many", value: ["one", "two", "three"], matched: true },
    { name: "ForAllValues, one does not", operator: "ForAllValues:StringEquals", key: "many", value: "one", matched: false },
    { name: "ForAllValues, key missing", operator: "ForAllValues:StringEquals", key: "none", value: "x", matched: true },
    { name: "ForAllValues negates value by value", operator: "ForAllValues:StringNotLike", key: "many", value: "tw*", matched: false },
    { name: "ForAllValues, negated, none matches", operator: "ForAllValues:StringNotLike", key: "many", value: "x*", matched: true },
  ])("$name", ({ operator, key, value, matched }) => {
    expect(holds({ [operator]: { [key]: value } })).toBe(matched);
  });
});

describe("variables", () => {
  const reading = (value: string, operator = "StringEquals", key = "k", version: "2012" | "2008" = "2012"): boolean =>
    holds({ [operator]: { [key]: value } }, CONTEXT, version === "2012" ? CONTEXT : null);
  test.each([
    { name: "a variable stands for its value", value: "${k}", matched: true },
    { name: "a variable's name has no case", value: "${K}", matched: true },
    { name: "text around it stays", value: "A${none, 'bc'}", matched: true },
    { name: "a default counts only without a value", value: "${k, 'x'}", matched: true },
    { name: "without value and default nothing matches", value: "${none}", matched: false },
    { name: "a key with several values is no variable", value: "${many}", matched: false },
    { name: "${*} is a star", value: "${*}", operator: "StringLike", key: "star", matched: true },
    { name: "${*} is no wildcard", value: "${*}", operator: "StringLike", matched: false },
    { name: "${?} is no wildcard", value: "Ab${?}", operator: "StringLike", matched: false },
    { name: "a star out of a variable is no wildcard", value: "${star}", operator: "StringLike", matched: false },
    { name: "variables stand in Bool", value: "${b}", operator: "Bool", key: "b", matched: true },
    { name: "a negated operator matches what has no value", value: "${none}", operator: "StringNotEquals", matched: true },
    { name: "StringNotLike too", value: "a/${none}/*", operator: "StringNotLike", matched: true },
    { name: "ArnNotLike too", value: "arn:aws:iam::1:role/${none}", operator: "ArnNotLike", matched: true },
    { name: "of a set operator every value differs from it", value: "${none}", operator: "ForAllValues:StringNotEquals", key: "many", matched: true },
    { name: "a missing key is looked at first", value: "${none}", operator: "StringEqualsIfExists", key: "none", matched: true },
    { name: "a missing key under a negated operator", value: "${none}", operator: "StringNotEquals", key: "none", matched: true },
    { name: "a missing key under ForAllValues", value: "${none}", operator: "ForAllValues:StringEquals", key: "none", matched: true },
    { name: "variables do not stand in Numeric", value: "${n}", operator: "NumericEquals", key: "n", matched: false },
    { name: "in a policy of 2008 they are plain text", value: "${k}", version: "2008" as const, matched: false },
  ])("$name", ({ value, operator, key, version, matched }) => {
    expect(reading(value, operator, key, version)).toBe(matched);
  });
});

const NEGATIONS = [
  ["StringEquals", "StringNotEquals"],
  ["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
  ["StringLike", "StringNotLike"],
  ["NumericEquals", "NumericNotEquals"],
  ["DateEquals", "DateNotEquals"],
  ["ArnEquals", "ArnNotEquals"],
  ["ArnLike", "ArnNotLike"],
  ["IpAddress", "NotIpAddress"],
] as const;
const word = fc.constantFrom("Abc", "abc", "A*", "?", "10", "2026-01-05", "203.0.113.7", "arn:aws:s3:::b", "${k}", "${none}", "");
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const context = fc
  .array(
    word.filter((value) => !value.startsWith("$")),
    { maxLength: 3 },
  )
  .map((values) => new Map(values.length === 0 ? [] : [["k", values]]));
const positive = fc.constantFrom(...NEGATIONS.map(([name]) => name), "Bool", "NumericLessThan", "DateGreaterThan", "BinaryEquals");

describe("whatever the values are", () => {
  test("a negated operator is the complement for a key with one value", () => {
    fc.assert(
      fc.property(fc.constantFrom(...NEGATIONS), words, word, ([operator, negated], values, actual) => {
        const one = new Map([["k", [actual]]]);
        expect(holds({ [negated]: { k: values } }, one)).toBe(!holds({ [operator]: { k: values } }, one));
      }),
    );
  });

  test("whatever an operator lets in, its IfExists lets in", () => {
    fc.assert(
      fc.property(positive, words, context, (operator, values, request) => {
        if (holds({ [operator]: { k: values } }, request)) expect(holds({ [`${operator}IfExists`]: { k: values } }, request)).toBe(true);
      }),
    );
  });

  test("IfExists is its operator where the key is there", () => {
    fc.assert(
      fc.property(positive, words, context, (operator, values, request) => {
        if (request.size > 0) expect(holds({ [`${operator}IfExists`]: { k: values } }, request)).toBe(holds({ [operator]: { k: values } }, request));
      }),
    );
  });

  test("IfExists lets in whatever has no such key", () => {
    const literal = words.filter((values) => !values.includes("${none}") && !values.includes("${k}"));
    fc.assert(
      fc.property(positive, literal, (operator, values) => {
        expect(holds({ [`${operator}IfExists`]: { k: values } }, new Map())).toBe(true);
      }),
    );
  });

  test("ForAllValues lets in whatever has no values, ForAnyValue nothing", () => {
    const literal = words.filter((values) => !values.includes("${none}") && !values.includes("${k}"));
    fc.assert(
      fc.property(positive, literal, (operator, values) => {
        expect(holds({ [`ForAllValues:${operator}`]: { k: values } }, new Map())).toBe(true);
        expect(holds({ [`ForAnyValue:${operator}`]: { k: values } }, new Map())).toBe(false);
      }),
    );
  });

  test("ForAllValues implies ForAnyValue where there are values", () => {
    fc.assert(
      fc.property(positive, words, context, (operator, values, request) => {
        if (request.size > 0 && holds({ [`ForAllValues:${operator}`]: { k: values } }, request))
          expect(holds({ [`ForAnyValue:${operator}`]: { k: values } }, request)).toBe(true);
      }),
    );
  });

  test("Null true and Null false are complements", () => {
    fc.assert(
      fc.property(context, (request) => {
        expect(holds({ Null: { k: "true" } }, request)).toBe(!holds({ Null: { k: "false" } }, request));
      }),
    );
  });
});
