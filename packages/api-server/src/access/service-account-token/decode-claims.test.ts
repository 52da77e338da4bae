import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { ClaimsError, decodeClaims } from "./decode-claims.js";

const NOTHING = { iss: "", sub: "", "kubernetes.io": { namespace: "", serviceaccount: { name: "" } } };

test.each<{ readonly name: string; readonly claims: JsonObject; readonly read: object }>([
  { name: "nothing", claims: {}, read: NOTHING },
  { name: "null for what may be missing", claims: { aud: null, exp: null, jti: null, "kubernetes.io": null }, read: NOTHING },
  { name: "one audience", claims: { aud: "a" }, read: { ...NOTHING, aud: ["a"] } },
  { name: "several", claims: { aud: ["a", "b"] }, read: { ...NOTHING, aud: ["a", "b"] } },
  { name: "times with a fraction", claims: { exp: 1.9 }, read: { ...NOTHING, exp: 1 } },
  {
    name: "a reference without a uid",
    claims: { "kubernetes.io": { pod: { name: "p" } } },
    read: { ...NOTHING, "kubernetes.io": { ...NOTHING["kubernetes.io"], pod: { name: "p" } } },
  },
])("$name", ({ claims, read }) => {
  expect(decodeClaims(JSON.stringify(claims))).toEqual(read);
});

test.each<{ readonly claims: JsonObject | string; readonly says: string }>([
  { claims: { aud: 1 }, says: "go-jose/go-jose/jwt: expected string or array value to unmarshal to Audience" },
  { claims: { aud: ["a", 1] }, says: "go-jose/go-jose/jwt: expected string or array value to unmarshal to Audience" },
  { claims: { exp: "tomorrow" }, says: "go-jose/go-jose/jwt: expected number value to unmarshal NumericDate" },
  { claims: { "kubernetes.io": "x" }, says: "json: cannot unmarshal string into Go value of type serviceaccount.kubernetes" },
  { claims: { "kubernetes.io": { pod: [] } }, says: "json: cannot unmarshal array into Go value of type serviceaccount.ref" },
  { claims: '{"aud":["a"],"aud":["b"]}', says: "json: duplicate key 'aud' in object" },
  { claims: '{"sub":1,"kubernetes.io":{"pod":{"name":"a","name":"b"}}}', says: "json: cannot unmarshal number into Go value of type string" },
  { claims: '{"kubernetes.io":{"pod":{"name":"a","name":"b"}}}', says: "json: duplicate key 'name' in object" },
  { claims: { sub: true }, says: "json: cannot unmarshal bool into Go value of type string" },
])("$claims", ({ claims, says }) => {
  expect(() => decodeClaims(typeof claims === "string" ? claims : JSON.stringify(claims))).toThrow(new ClaimsError(says));
});
