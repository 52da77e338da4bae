import { epochMillis, type JsonObject } from "@irsa-sim/core";
import { PLAIN_PALETTE } from "@irsa-sim/trace-views";
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderInspection } from "../render/render-inspection.js";
import { inspectToken } from "./inspect-token.js";

const NOW = Date.UTC(2026, 0, 5, 9) / 1000;
const HOUR = 3600;
const ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
const CLAIMS = {
  aud: ["sts.amazonaws.com"],
  exp: NOW + 24 * HOUR,
  iat: NOW,
  iss: ISSUER,
  jti: "d2e12799-1747-4af3-93e9-ae92e8713249",
  "kubernetes.io": { namespace: "default", pod: { name: "web-0", uid: "u-1" }, serviceaccount: { name: "my-sa", uid: "u-2" } },
  nbf: NOW,
  sub: "system:serviceaccount:default:my-sa",
};
const HEADER = { alg: "RS256", kid: "key-1" };

test("every claim of a projected token is explained, and nothing stands out", () => {
  const { claims, warnings } = inspect({});
  expect(warnings).toEqual([]);
  expect(claims.map(({ path }) => path.join(" "))).toEqual([
    ...["iss", "sub", "aud", "exp", "iat", "nbf", "jti"],
    ...["kubernetes.io namespace", "kubernetes.io serviceaccount", "kubernetes.io pod"],
  ]);
  expect(claims.filter(({ says }) => says.startsWith("not a claim"))).toEqual([]);
  expect(claims.find(({ path }) => path[0] === "sub")).toMatchObject({
    says: "whom it is about: service account my-sa of namespace default",
    readBy: ["sts.required-claims", "sts.trust-policy"],
    conditionKey: "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90:sub",
  });
  expect(claims.find(({ path }) => path[0] === "exp")?.says).toBe("it ends in 24 h, 2026-01-06T09:00:00Z");
});

const KUBERNETES = CLAIMS["kubernetes.io"];

test.each<{ name: string; claims?: JsonObject; header?: JsonObject; signature?: string; warned: readonly string[] }>([
  { name: "after exp, within STS's grace", claims: { iat: NOW - 2 * HOUR, nbf: 0, exp: NOW - 299 }, warned: ["expired"] },
  { name: "after exp and the grace", claims: { iat: NOW - 2 * HOUR, nbf: 0, exp: NOW - 300 }, warned: ["expired"] },
  { name: "shortly before the kubelet replaces it", claims: { iat: NOW - 19 * HOUR, nbf: 0, exp: NOW + 5 * HOUR }, warned: [] },
  { name: "after the kubelet replaces it", claims: { iat: NOW - 20 * HOUR, nbf: 0, exp: NOW + 4 * HOUR }, warned: ["stale"] },
  { name: "more than a day old", claims: { iat: NOW - 25 * HOUR, nbf: 0, exp: NOW + 100 * HOUR }, warned: ["stale"] },
  { name: "from the future", claims: { iat: NOW + HOUR, nbf: NOW + HOUR, exp: NOW + 2 * HOUR }, warned: ["future"] },
  { name: "extended", claims: { exp: NOW + 2160 * HOUR, "kubernetes.io": { ...KUBERNETES, warnafter: NOW + 3607 } }, warned: ["extended"] },
  { name: "for the API server", claims: { aud: ["https://kubernetes.default.svc"] }, warned: ["audience"] },
  { name: "for two", claims: { aud: ["sts.amazonaws.com", "vault"] }, warned: ["several-audiences"] },
  { name: "for two, and azp chooses", claims: { aud: ["sts.amazonaws.com", "vault"], azp: "sts.amazonaws.com" }, warned: [] },
  { name: "about nobody", claims: { sub: "" }, warned: ["claim-missing"] },
  { name: "with a slash", claims: { iss: `${ISSUER}/` }, warned: ["issuer"] },
  { name: "without https", claims: { iss: "http://issuer.example.com" }, warned: ["issuer"] },
  { name: "that contradicts itself", claims: { sub: "system:serviceaccount:prod:my-sa" }, warned: ["subject"] },
  { name: "of nobody's pod", claims: { "kubernetes.io": { namespace: "default" } }, warned: ["unbound"] },
  { name: "of another issuer", claims: { "kubernetes.io": 7 }, warned: ["foreign"] },
  { name: "of a Secret", claims: { iss: "kubernetes/serviceaccount", aud: null, exp: null }, warned: ["legacy-secret"] },
  { name: "without a signature", header: { alg: "none" }, signature: "", warned: ["unsigned", "algorithm", "no-kid"] },
  { name: "signed with a secret", header: { alg: "HS256", kid: "key-1" }, warned: ["algorithm"] },
])("warned of: a token $name", ({ claims = {}, header = HEADER, signature = "c2ln", warned }) => {
  expect(inspect(claims, { header, signature }).warnings.map(({ id }) => id)).toEqual(warned);
});

test.each([
  { name: "GitHub Actions", iss: "https://token.actions.githubusercontent.com" },
  { name: "an Amazon Cognito user pool", iss: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf" },
  { name: "Microsoft Entra ID (Azure)", iss: "https://login.microsoftonline.com/9f1c/v2.0" },
  { name: "a cluster of Google Cloud (GKE)", iss: "https://container.googleapis.com/v1/projects/p/locations/l/clusters/c" },
  { name: "Keycloak", iss: "https://sso.example.com/realms/prod" },
])("a token of $name is told as one", ({ name, iss }) => {
  const { claims, warnings } = inspect({ iss, sub: "somebody", "kubernetes.io": null, exp: NOW - HOUR, iat: NOW - 2 * HOUR, nbf: 0 });
  expect(claims.find(({ path }) => path[0] === "iss")?.says).toContain(`who issued it: ${name}`);
  expect(warnings.find(({ id }) => id === "foreign")?.says).toContain(`it is a token of ${name}, and not of a service account`);
});

test.each([
  { name: "a token that the kubelet replaces", claims: {}, says: "the kubelet writes a new one" },
  { name: "a token of somebody else", claims: { iss: "https://token.actions.githubusercontent.com", "kubernetes.io": undefined }, says: "ask its issuer" },
])("what to do with an old one: $name", ({ claims, says }) => {
  const token = { ...CLAIMS, iat: NOW - 2 * HOUR, nbf: 0, exp: NOW - HOUR, ...claims };
  const { "kubernetes.io": bound, ...rest } = token;
  const given = (bound === undefined ? rest : token) as JsonObject;
  const { warnings } = inspectToken({ compact: "", header: HEADER, claims: given, signature: "c2ln" }, epochMillis(NOW * 1000));
  expect(warnings.find(({ id }) => id === "expired")?.says).toContain(says);
});

test.each([
  { name: "an access token by its type", header: { ...HEADER, typ: "at+jwt" }, claims: {}, warned: "access-token" },
  { name: "Cognito's access token", header: HEADER, claims: { token_use: "access" }, warned: "access-token" },
  { name: "EKS Pod Identity's", header: HEADER, claims: { aud: ["pods.eks.amazonaws.com"] }, warned: "audience" },
])("not for STS: $name", ({ header, claims, warned }) => {
  expect(inspect(claims as JsonObject, { header, signature: "c2ln" }).warnings.map(({ id }) => id)).toEqual([warned]);
});

test("where it was found is told, and what else stands there", () => {
  const token = { compact: "", header: HEADER, claims: CLAIMS, signature: "c2ln" };
  const at = epochMillis(NOW * 1000);
  expect(inspectToken(token, at, { within: "an Authorization header", others: 0 }).warnings).toEqual([]);
  expect(inspectToken(token, at, { within: "a longer text", others: 0 }).warnings.map(({ id }) => id)).toEqual(["more-than-token"]);
  expect(inspectToken(token, at, { within: "a longer text", others: 2 }).warnings.map(({ id }) => id)).toEqual(["several-tokens"]);
});

const anyClaims = fc.dictionary(fc.constantFrom(...Object.keys(CLAIMS), "azp", "amr", "https://aws.amazon.com/tags", "x", "__proto__"), fc.jsonValue());

test("whatever the claims are, each is told, within the width", () => {
  fc.assert(
    fc.property(
      anyClaims,
      fc.dictionary(fc.constantFrom("alg", "kid", "crit", "x5c", "constructor"), fc.jsonValue()),
      fc.integer({ min: 40, max: 120 }),
      (claims, header, width) => {
        const inspection = inspectToken({ compact: "", header: header as JsonObject, claims: claims as JsonObject, signature: "" }, epochMillis(NOW * 1000));
        expect(new Set(inspection.claims.map(({ path }) => path[0]))).toEqual(new Set(Object.keys(claims).filter((name) => !isEmptyNest(name, claims[name]))));
        for (const line of renderInspection(inspection, { width, palette: PLAIN_PALETTE, showTokens: false }).split("\n"))
          if (/^[\x20-\x7e]*$/.test(line)) expect(line.length).toBeLessThanOrEqual(width);
      },
    ),
  );
});

/** An object without members has nothing to tell. */
function isEmptyNest(name: string, value: unknown): boolean {
  return name === "kubernetes.io" && typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

function inspect(claims: JsonObject, { header, signature }: { header: JsonObject; signature: string } = { header: HEADER, signature: "c2ln" }) {
  return inspectToken({ compact: "", header, claims: { ...CLAIMS, ...claims }, signature }, epochMillis(NOW * 1000));
}
