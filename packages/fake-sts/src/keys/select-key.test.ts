import { expect, test } from "vitest";
import type { PublishedKey } from "./parse-jwks.js";
import { describeWanted, selectKey } from "./select-key.js";

const RSA: PublishedKey = { kid: "a", alg: null, use: null, jwk: { kty: "RSA", n: "n", e: "AQAB" } };
const ANOTHER: PublishedKey = { ...RSA, kid: "c", jwk: { kty: "RSA", n: "m", e: "AQAB" } };
const EC: PublishedKey = { kid: "b", alg: null, use: "sig", jwk: { kty: "EC", crv: "P-256", x: "x", y: "y" } };

test.each([
  { name: "an RSA key by its kid", keys: [EC, RSA], wanted: { kid: "a", algorithm: "RS512" }, key: RSA },
  { name: "an EC key by its kid", keys: [RSA, EC], wanted: { kid: "b", algorithm: "ES256" }, key: EC },
  { name: "the fitting one of two with the same kid", keys: [{ ...EC, kid: "a" }, RSA], wanted: { kid: "a", algorithm: "RS256" }, key: RSA },
  { name: "the first of two that are the same", keys: [RSA, EC, { ...RSA }], wanted: { kid: "a", algorithm: "RS256" }, key: RSA },
  { name: "the only fitting one without kid", keys: [EC, RSA], wanted: { kid: null, algorithm: "RS256" }, key: RSA },
] as const)("$name", ({ keys, wanted, key }) => {
  expect(selectKey(keys, wanted, "https://example.com/keys")).toEqual({ key });
});

test.each([
  { kid: "a", value: "a" },
  { kid: null, value: "the only key for RS256" },
])("what a token with kid $kid wants is told", ({ kid, value }) => {
  expect(describeWanted({ kid, algorithm: "RS256" })).toEqual({ value, from: { file: "token", pointer: "kid" } });
});

test.each([
  { name: "no such kid", keys: [RSA, EC], wanted: { kid: "c", algorithm: "RS256" }, reason: "unknown-kid", actual: "a, b" },
  { name: "another curve", keys: [EC], wanted: { kid: "b", algorithm: "ES384" }, reason: "key-unsuitable", actual: "EC P-256, use sig" },
  { name: "another type", keys: [EC], wanted: { kid: "b", algorithm: "RS256" }, reason: "key-unsuitable", actual: "EC P-256, use sig" },
  {
    name: "for another algorithm",
    keys: [{ ...RSA, alg: "RS256" }],
    wanted: { kid: "a", algorithm: "RS512" },
    reason: "key-unsuitable",
    actual: "RSA, for RS256",
  },
  { name: "two fit and no kid", keys: [RSA, ANOTHER], wanted: { kid: null, algorithm: "RS256" }, reason: "kid-missing", actual: "a, c" },
] as const)("$name", ({ keys, wanted, reason, actual }) => {
  expect(selectKey(keys, wanted, "https://example.com/keys")).toMatchObject({ problem: { reason, actual: { value: actual } } });
});
