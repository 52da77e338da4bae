import { epochMillis } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findClaimsProblem, sharedAudiences } from "./find-claims-problem.js";
import type { TokenClaims } from "./token-claims.js";

const NOW_S = 1_750_000_000;
const API = "https://kubernetes.default.svc";
const CLAIMS: TokenClaims = {
  iss: "https://issuer",
  sub: "system:serviceaccount:default:app",
  aud: [API],
  exp: NOW_S + 3600,
  nbf: NOW_S,
  iat: NOW_S,
  "kubernetes.io": { namespace: "default", serviceaccount: { name: "app", uid: "u" } },
};
const problemOf = (claims: Partial<TokenClaims>, { now = NOW_S, wanted = [API] }: { readonly now?: number; readonly wanted?: readonly string[] } = {}) =>
  findClaimsProblem({ ...CLAIMS, ...claims } as TokenClaims, {
    issuers: ["https://issuer", "https://old-issuer"],
    wantedAudiences: wanted,
    apiAudiences: [API],
    now: epochMillis(now * 1000),
  });

describe("claims of a verified token", () => {
  test.each<{ readonly name: string; readonly claims: Partial<TokenClaims>; readonly message: string | null }>([
    { name: "as issued", claims: {}, message: null },
    { name: "of an issuer that signs no more", claims: { iss: "https://old-issuer" }, message: null },
    { name: "of an issuer with a slash too many", claims: { iss: "https://issuer/" }, message: 'token issuer "https://issuer/" is invalid' },
    {
      name: "for STS",
      claims: { aud: ["sts.amazonaws.com"] },
      message: `token audiences ["sts.amazonaws.com"] is invalid for the target audiences ["${API}"]`,
    },
    { name: "for nobody", claims: { aud: [] }, message: `token audiences [] is invalid for the target audiences ["${API}"]` },
    { name: "not valid yet", claims: { nbf: NOW_S + 61 }, message: "service account token is not valid yet" },
    { name: "expired", claims: { exp: NOW_S - 61 }, message: "service account token has expired" },
    { name: "issued in the future", claims: { iat: NOW_S + 61 }, message: "service account token is issued in the future" },
    { name: "the issuer comes before the audience", claims: { iss: "x", aud: ["y"] }, message: 'token issuer "x" is invalid' },
    { name: "the audience comes before time", claims: { aud: ["y"], exp: 0 }, message: `token audiences ["y"] is invalid for the target audiences ["${API}"]` },
    { name: "nbf comes before exp", claims: { nbf: NOW_S + 61, exp: 0 }, message: "service account token is not valid yet" },
    { name: "exp comes before iat", claims: { iat: NOW_S + 61, exp: 0 }, message: "service account token has expired" },
  ])("$name", ({ claims, message }) => {
    expect(problemOf(claims)?.message ?? null).toBe(message);
  });

  test("a token without audiences is for the API", () => {
    const { aud: _, ...legacy } = CLAIMS;
    expect(sharedAudiences(legacy as TokenClaims, { wantedAudiences: ["x", API], apiAudiences: [API] })).toEqual([API]);
  });
});

describe("clocks may differ by 60 s, each way", () => {
  const seconds = fc.integer({ min: -200, max: 200 });

  test("exp: refused exactly from more than 60 s after", () => {
    fc.assert(
      fc.property(seconds, (past) => {
        expect(problemOf({ exp: NOW_S - past, nbf: 0, iat: 0 }) !== null).toBe(past > 60);
      }),
    );
  });

  test("nbf: refused exactly until more than 60 s before", () => {
    fc.assert(
      fc.property(seconds, (ahead) => {
        expect(problemOf({ nbf: NOW_S + ahead, iat: 0 }) !== null).toBe(ahead > 60);
      }),
    );
  });

  test("iat: refused exactly from more than 60 s ahead", () => {
    fc.assert(
      fc.property(seconds, (ahead) => {
        expect(problemOf({ iat: NOW_S + ahead, nbf: 0 }) !== null).toBe(ahead > 60);
      }),
    );
  });
});

test("any audiences: accepted exactly when one of the token's is wanted, and these are shared", () => {
  const audiences = fc.subarray(["a", "b", "c", "d"]);
  fc.assert(
    fc.property(audiences, audiences, (aud, wanted) => {
      const shared = aud.filter((audience) => wanted.includes(audience));
      expect(problemOf({ aud }, { wanted }) === null).toBe(shared.length > 0);
      expect(sharedAudiences({ ...CLAIMS, aud }, { wantedAudiences: wanted, apiAudiences: [API] })).toEqual(shared);
    }),
  );
});
