import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { readClaims } from "./read-claims.js";

const CLAIMS = { sub: "s", aud: "a", exp: 2, iat: 1 };

test.each<{ name: string; changed: JsonObject; read: object }>([
  { name: "a string audience", changed: {}, read: { aud: ["a"], azp: null, nbf: null, amr: [] } },
  { name: "an array of audiences", changed: { aud: ["a", "b"] }, read: { aud: ["a", "b"] } },
  { name: "azp and amr", changed: { azp: "c", amr: ["authenticated"] }, read: { azp: "c", amr: ["authenticated"] } },
])("$name", ({ changed, read }) => {
  expect(readClaims({ ...CLAIMS, ...changed })).toMatchObject({ claims: read });
});

test.each<{ name: string; changed: JsonObject; problem: object }>([
  { name: "an empty audience list", changed: { aud: [] }, problem: { reason: "claim-malformed", claim: "aud" } },
  { name: "an audience list with a number", changed: { aud: ["a", 1] }, problem: { reason: "claim-malformed", claim: "aud" } },
  { name: "a null subject", changed: { sub: null }, problem: { reason: "claim-missing", claim: "sub" } },
  { name: "exp as text", changed: { exp: "2" }, problem: { reason: "claim-malformed", claim: "exp" } },
  { name: "nbf as a fraction", changed: { nbf: 1.5 }, problem: { reason: "claim-malformed", claim: "nbf" } },
])("$name", ({ changed, problem }) => {
  expect(readClaims({ ...CLAIMS, ...changed })).toMatchObject({ problem });
});
