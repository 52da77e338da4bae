import { bodyText, createTrace, epochMillis, generateRsaKey, type IssuerUrl, VirtualClock } from "@irsa-sim/core";
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { createOidcIssuer, eksKeyId, kubernetesKeyId, type OidcIssuer } from "./index.js";

const ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2" as IssuerUrl;

let issuer: OidcIssuer;
beforeAll(async () => {
  issuer = await createOidcIssuer({ issuer: ISSUER, signingKeys: [await generateRsaKey(), await generateRsaKey()] });
});

const get = (path: string, method = "GET") =>
  issuer.handler({ method, url: `https://oidc.eks.eu-west-1.amazonaws.com${path}`, headers: {}, body: "" }, createTrace(new VirtualClock(epochMillis(0))).root);

test("the discovery document is EKS's, byte for byte", async () => {
  const { status, headers, body } = await get("/id/A1B2/.well-known/openid-configuration");
  expect([status, headers]).toEqual([200, { "content-type": "application/json", "cache-control": "public, max-age=3600" }]);
  expect(body).toBe(
    `{"issuer":"${ISSUER}","jwks_uri":"${ISSUER}/keys","authorization_endpoint":"urn:kubernetes:programmatic_authorization","response_types_supported":["id_token"],"subject_types_supported":["public"],"claims_supported":["sub","iss"],"id_token_signing_alg_values_supported":["RS256"]}`,
  );
});

test("the key set has every key, members in EKS's order, kids of 40 hex characters", async () => {
  const text = bodyText(await get("/id/A1B2/keys"));
  const { keys } = JSON.parse(text) as { readonly keys: readonly { readonly kid: string }[] };
  expect(keys.map((key) => Object.keys(key))).toEqual([
    ["kty", "kid", "use", "alg", "n", "e"],
    ["kty", "kid", "use", "alg", "n", "e"],
  ]);
  expect(keys.map(({ kid }) => kid)).toEqual(issuer.keyIds);
  for (const kid of issuer.keyIds) expect(kid).toMatch(/^[0-9a-f]{40}$/);
});

describe("what is not served", () => {
  test.each([
    { name: "another path", path: "/id/A1B2/keys/x", method: "GET", status: 404 },
    { name: "the folder", path: "/.well-known", method: "GET", status: 404 },
    { name: "another issuer's path", path: "/id/OTHER/keys", method: "GET", status: 404 },
    { name: "writing", path: "/id/A1B2/keys", method: "POST", status: 405 },
  ])("$name", async ({ path, method, status }) => {
    expect((await get(path, method)).status).toBe(status);
  });

  test("a query string does not matter", async () => {
    expect((await get("/id/A1B2/keys?x=1")).status).toBe(200);
  });
});

test("a token has a header of alg and kid, sorted keys, and verifies with the published keys", async () => {
  const token = await issuer.sign({ sub: "s", aud: ["a"], "kubernetes.io": { pod: { uid: "u", name: "n" }, namespace: "ns" }, exp: 2, list: [{ b: 1, a: 2 }] });
  const published = createLocalJWKSet(JSON.parse(bodyText(await get("/id/A1B2/keys"))) as JSONWebKeySet);
  const { payload, protectedHeader } = await compactVerify(token, published);
  expect(protectedHeader).toEqual({ alg: "RS256", kid: issuer.keyIds[0] });
  expect(Buffer.from(token.split(".")[0] as string, "base64url").toString()).toBe(`{"alg":"RS256","kid":"${issuer.keyIds[0]}"}`);
  expect(new TextDecoder().decode(payload)).toBe(
    '{"aud":["a"],"exp":2,"kubernetes.io":{"namespace":"ns","pod":{"name":"n","uid":"u"}},"list":[{"a":2,"b":1}],"sub":"s"}',
  );
});

test("a HEAD request gets the headers alone", async () => {
  const { status, headers } = await get("/id/A1B2/keys");
  expect(await get("/id/A1B2/keys", "HEAD")).toEqual({ status, headers, body: "" });
});

test("an unknown path is noted, a known one is not", async () => {
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  const ask = (path: string) => issuer.handler({ method: "GET", url: `https://oidc.eks.eu-west-1.amazonaws.com${path}`, headers: {}, body: "" }, trace.root);
  await ask("/id/A1B2/keys");
  await ask("/id/A1B2/openid/v1/jwks");
  expect(trace.events).toMatchObject([{ kind: "note", name: "oidc-issuer.unknown-path", attributes: { path: "/id/A1B2/openid/v1/jwks" } }]);
});

test("an issuer without a key is a mistake of its maker", async () => {
  await expect(createOidcIssuer({ issuer: ISSUER, signingKeys: [] })).rejects.toThrow("an issuer needs a key");
});

test("a key id on EKS has 40 characters, also where bytes of the digest are small", async () => {
  expect(await eksKeyId(new TextEncoder().encode("abc"))).toBe("a9993e364706816aba3e25717850c26c9cd0d89d");
});

describe("upstream's key ids of the vectors of section 2.1", () => {
  test.each<{ readonly name: string; readonly jwk: JsonWebKey; readonly algorithm: RsaHashedImportParams | EcKeyImportParams; readonly kid: string }>([
    {
      name: "RSA-2048",
      jwk: {
        kty: "RSA",
        n: "sQmutOwfaKuAsYCoXFn74HEKkEP7Zh2mtvSyjGnraBIXI3VfZf06M9R4hm_HL-rWgzrXH6ewr7sf1VFZ6cPSG0EkZh2hEsu-ONsJGDtkj0uJg6om82-2q67dDQQQhFD9YyeCDmqgS5csZDXjY0XpM_GhC6zDV-0FAoDZHunoFKr-GIPnt8rkNrqM-HWLFodZmUOzfInKWje6UOXlC721XeLsyOIbYg1EWJXUsJOE_-ML7xEKmzHrR0g8j04ProAHy8zz1F_lCzqrRhx1XIMaelp4ij2S1fM0BfX7rwsq_9owh8CNVULTbdyICc4tiNrwQD1U7SfTm7j7MiOiUlV3mQ",
        e: "AQAB",
      },
      algorithm: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
      kid: "a58aRFwDsmu25ZT7Ttv4G5GeL9Xayo1tWvW4OfHyU5k",
    },
    {
      name: "EC P-256",
      jwk: { kty: "EC", crv: "P-256", x: "KgdOjOovIRcRu4D9gyseuJuQ_91F8zrjIg0RHwX4bcY", y: "FChbNBc3twQYlJtpd6gM37bcbQ3leXbIAZ2VCgFdWXw" },
      algorithm: { name: "ECDSA", namedCurve: "P-256" },
      kid: "50Fyaq6EU0fzo2dm1uqSv6YpMxgaTn6NIIDP2TuP6pE",
    },
  ])("$name", async ({ jwk, algorithm, kid }) => {
    const key = await crypto.subtle.importKey("jwk", jwk, algorithm, true, ["verify"]);
    expect(await kubernetesKeyId(new Uint8Array(await crypto.subtle.exportKey("spki", key)))).toBe(kid);
  });
});
