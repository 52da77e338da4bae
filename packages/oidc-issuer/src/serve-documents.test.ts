import { createTrace, epochMillis, generateRsaKey, type IssuerUrl, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createOidcIssuer, type OidcIssuerOptions } from "./index.js";

const RSA = await generateRsaKey();
const URLS = {
  eks: "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2",
  kubernetes: "https://issuer.example.com",
  "self-hosted": "https://my-bucket.s3.eu-west-1.amazonaws.com",
} as const;
type FlavourId = keyof typeof URLS;

/** The whole answer, and what was noted of it. */
async function ask(flavour: FlavourId, path: string, { method = "GET", ...options }: Partial<OidcIssuerOptions> & { readonly method?: string } = {}) {
  const issuer = await createOidcIssuer({
    issuer: URLS[flavour] as IssuerUrl,
    signingKeys: [RSA],
    flavour,
    ...(flavour === "kubernetes" ? { externalHost: "api.example.com" } : {}),
    ...options,
  });
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  const { status, headers, body } = await issuer.handler({ method, url: `${URLS[flavour]}${path}`, headers: {}, body: "" }, trace.root);
  return { status, headers, body, notes: trace.events.map((event) => (event.kind === "note" ? [event.name, event.attributes] : event.kind)) };
}

const DISCOVERY = "/.well-known/openid-configuration";
const NOT_FOUND = { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "404 page not found\n" };

describe("what is not there", () => {
  test.each<{ readonly flavour: FlavourId; readonly path: string; readonly pathname: string }>([
    { flavour: "eks", path: "/none", pathname: "/id/A1B2/none" },
    { flavour: "eks", path: "", pathname: "/id/A1B2" },
    { flavour: "eks", path: "/openid/v1/jwks", pathname: "/id/A1B2/openid/v1/jwks" },
    { flavour: "eks", path: "X/keys", pathname: "/id/A1B2X/keys" },
    { flavour: "kubernetes", path: "/keys", pathname: "/keys" },
    { flavour: "self-hosted", path: "/keys", pathname: "/keys" },
  ])("$flavour: $pathname", async ({ flavour, path, pathname }) => {
    expect(await ask(flavour, path)).toEqual({ ...NOT_FOUND, notes: [["oidc-issuer.unknown-path", { path: pathname }]] });
  });
});

describe("the methods that each kind of issuer knows", () => {
  test.each<{ readonly flavour: FlavourId; readonly method: string; readonly status: number; readonly allow: string | undefined }>([
    { flavour: "eks", method: "HEAD", status: 200, allow: undefined },
    { flavour: "eks", method: "PUT", status: 405, allow: "GET, HEAD" },
    { flavour: "kubernetes", method: "HEAD", status: 405, allow: "GET" },
    { flavour: "self-hosted", method: "HEAD", status: 200, allow: undefined },
    { flavour: "self-hosted", method: "DELETE", status: 405, allow: "GET, HEAD" },
  ])("$flavour, $method: $status", async ({ flavour, method, status, allow }) => {
    const answer = await ask(flavour, DISCOVERY, { method });
    expect([answer.status, answer.headers.allow, answer.body, answer.notes]).toEqual([status, allow, "", []]);
  });
});

describe("a bucket that lets no strangers in", () => {
  test("says the same of every path, in S3's words", async () => {
    expect(await ask("self-hosted", "/none?x=1", { isPublic: false })).toEqual({
      status: 403,
      headers: { "content-type": "application/xml" },
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      notes: [["oidc-issuer.not-public", { path: "/none" }]],
    });
  });

  test("has no body for HEAD", async () => {
    expect(await ask("self-hosted", DISCOVERY, { isPublic: false, method: "HEAD" })).toMatchObject({ status: 403, body: "" });
  });
});

test("a kube-apiserver without discovery says why, and that the path is unknown", async () => {
  const answer = await ask("kubernetes", DISCOVERY, { externalHost: "" });
  const problem = "either the JWKS URI or the default external address, or both, must be set";
  expect(answer).toEqual({
    ...NOT_FOUND,
    notes: [
      ["oidc-issuer.discovery-off", { problem }],
      ["oidc-issuer.unknown-path", { path: DISCOVERY }],
    ],
  });
});

test("an issuer with which the API server does not start is none", async () => {
  await expect(ask("eks", DISCOVERY, { issuer: "" as IssuerUrl })).rejects.toThrow("service-account-issuer should not be an empty string");
});

test("a key of EKS's issuer is its name, kind and public half", async () => {
  const { keys } = JSON.parse(String((await ask("eks", "/keys")).body)) as { readonly keys: readonly object[] };
  expect(keys).toEqual([
    { kty: "RSA", kid: expect.stringMatching(/^[0-9a-f]{40}$/), use: "sig", alg: "RS256", n: expect.stringMatching(/^[\w-]{342}$/), e: "AQAB" },
  ]);
});

test("a key of kube-apiserver's issuer too", async () => {
  const { keys } = JSON.parse(String((await ask("kubernetes", "/openid/v1/jwks")).body)) as { readonly keys: readonly object[] };
  expect(keys).toEqual([
    { use: "sig", kty: "RSA", kid: expect.stringMatching(/^[\w-]{43}$/), alg: "RS256", n: expect.stringMatching(/^[\w-]{342}$/), e: "AQAB" },
  ]);
});
