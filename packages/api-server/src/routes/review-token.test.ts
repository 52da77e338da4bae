import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, type TestCluster } from "../cluster.test-support.js";

const PATH = "/apis/authentication.k8s.io/v1/tokenreviews";
const API = "https://kubernetes.default.svc";
const OLD_API = "https://old-issuer";

/** A token whose last part says how its signature is to come out: signing is not this package's. */
const tokenOf = (claims: JsonObject, signature = "verified"): string =>
  [JSON.stringify({ alg: "RS256", kid: "k" }), JSON.stringify(claims), signature]
    .map((part) => btoa(part).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""))
    .join(".");

const createCluster = (): TestCluster =>
  createTestCluster({
    serviceAccountTokens: {
      issuers: ["https://issuer", OLD_API],
      apiAudiences: [API, OLD_API],
      checkSignature: async (token) => atob(token.split(".")[2] ?? "") as "verified" | "no-keys" | "bad-signature",
    },
  });

/** Claims of a token for the account `default`, as the cluster has it now. */
async function claimsIn(cluster: TestCluster, claims: JsonObject = {}, bound: JsonObject = {}): Promise<JsonObject> {
  const { body } = await cluster.send({ path: "/api/v1/namespaces/default/serviceaccounts/default" });
  const now = Math.floor(cluster.clock.now() / 1000);
  const { uid } = body.metadata as { readonly uid: string };
  const identity = { namespace: "default", serviceaccount: { name: "default", uid }, ...bound };
  return {
    iss: "https://issuer",
    sub: "system:serviceaccount:default:default",
    aud: [API],
    exp: now + 3607,
    nbf: now,
    iat: now,
    jti: "j",
    "kubernetes.io": identity,
    ...claims,
  };
}
const review = (cluster: TestCluster, token: string, audiences: readonly string[] = []) =>
  cluster.send({ method: "POST", path: PATH, body: { spec: { token, audiences } } });
const statusOf = async (cluster: TestCluster, token: string, audiences: readonly string[] = []) => (await review(cluster, token, audiences)).body.status;

test("a good token: user, groups, extra fields, shared audiences", async () => {
  const cluster = createCluster();
  const pod = (
    await cluster.send({
      method: "POST",
      path: "/api/v1/namespaces/default/pods",
      body: { metadata: { name: "p" }, spec: { containers: [{ name: "a", image: "b" }] } },
    })
  ).body;
  const { uid } = pod.metadata as { readonly uid: string };
  const claims = await claimsIn(cluster, { aud: ["x", API] }, { pod: { name: "p", uid }, node: { name: "node-1", uid: "n" } });
  const answer = await review(cluster, tokenOf(claims), ["y", API, "x"]);
  expect([answer.status, answer.body.kind, answer.body.apiVersion]).toEqual([201, "TokenReview", "authentication.k8s.io/v1"]);
  expect(answer.body.status).toEqual({
    authenticated: true,
    user: {
      username: "system:serviceaccount:default:default",
      uid: (claims["kubernetes.io"] as { readonly serviceaccount: { readonly uid: string } }).serviceaccount.uid,
      groups: ["system:serviceaccounts", "system:serviceaccounts:default", "system:authenticated"],
      extra: {
        "authentication.kubernetes.io/credential-id": ["JTI=j"],
        "authentication.kubernetes.io/node-name": ["node-1"],
        "authentication.kubernetes.io/node-uid": ["n"],
        "authentication.kubernetes.io/pod-name": ["p"],
        "authentication.kubernetes.io/pod-uid": [uid],
      },
    },
    audiences: [API, "x"],
  });
});

describe("a bad token is answered, with the reason in status.error", () => {
  test.each<{ readonly name: string; readonly claims?: JsonObject; readonly signature?: string; readonly why: string; readonly rule: string }>([
    { name: "no key of its kid", signature: "no-keys", why: "invalid signature, no keys found", rule: "signature" },
    { name: "a signature that is none", signature: "bad-signature", why: "go-jose/go-jose: error in cryptographic primitive", rule: "signature" },
    { name: "the signature comes before the claims", claims: { exp: 0 }, signature: "no-keys", why: "invalid signature, no keys found", rule: "signature" },
    {
      name: "for STS",
      claims: { aud: ["sts.amazonaws.com"] },
      why: `token audiences ["sts.amazonaws.com"] is invalid for the target audiences ["${API}" "${OLD_API}"]`,
      rule: "audience",
    },
    { name: "expired", claims: { exp: 1 }, why: "service account token has expired", rule: "time" },
    {
      name: "of an account that is gone",
      claims: { "kubernetes.io": { namespace: "default", serviceaccount: { name: "gone", uid: "u" } } },
      why: 'serviceaccounts "gone" not found',
      rule: "service-account",
    },
    { name: "without the claims of Kubernetes", claims: { "kubernetes.io": null }, why: "resource name may not be empty", rule: "service-account" },
    {
      name: "with claims of another type",
      claims: { "kubernetes.io": "x" },
      why: "json: cannot unmarshal string into Go value of type serviceaccount.kubernetes",
      rule: "claims",
    },
  ])("$name", async ({ claims = {}, signature = "verified", why, rule }) => {
    const cluster = createCluster();
    const answer = await review(cluster, tokenOf(await claimsIn(cluster, claims), signature));
    expect([answer.status, answer.body.status]).toEqual([201, { user: {}, error: `[invalid bearer token, ${why}]` }]);
    expect(cluster.checks("api-server.service-account-token")).toMatchObject([{ passed: false, reason: rule, actual: { value: why } }]);
  });

  test.each([
    { name: "another issuer", token: tokenOf({ iss: "https://other" }) },
    { name: "two parts", token: "a.b" },
    { name: "no JSON", token: "a.b.c" },
    { name: "no base64", token: "ä.ö.ü" },
    { name: "behind a word", token: "x a.b.c" },
  ])("$name: nobody recognises it", async ({ token }) => {
    expect(await statusOf(createCluster(), token)).toEqual({ user: {}, error: "invalid bearer token" });
  });
});

describe("what a good token may look like", () => {
  test("whoever sub names, the private claims count", async () => {
    const cluster = createCluster();
    const token = tokenOf(await claimsIn(cluster, { sub: "system:serviceaccount:kube-system:admin" }));
    expect(await statusOf(cluster, token)).toMatchObject({ authenticated: true, user: { username: "system:serviceaccount:default:default" } });
  });

  test("a single audience may be a text", async () => {
    const cluster = createCluster();
    expect(await statusOf(cluster, tokenOf(await claimsIn(cluster, { aud: API })))).toMatchObject({ authenticated: true, audiences: [API] });
  });

  test("blanks at its end are cut off", async () => {
    expect(await statusOf(createCluster(), "guest-token \n")).toMatchObject({ authenticated: true });
  });

  test("behind a blank there is none, which is anonymous", async () => {
    expect(await statusOf(createCluster(), " guest-token")).toEqual({
      authenticated: true,
      user: { username: "system:anonymous", groups: ["system:unauthenticated"] },
      audiences: [API, OLD_API],
    });
  });
});

describe("several issuers", () => {
  test("a token of the old issuer, for the old audience, is good while both are accepted", async () => {
    const cluster = createCluster();
    expect(await statusOf(cluster, tokenOf(await claimsIn(cluster, { iss: OLD_API, aud: [OLD_API] })))).toMatchObject({
      authenticated: true,
      audiences: [OLD_API],
    });
  });
});

test("a success counts for 10 s without being checked again, then the deleted pod shows; an STS-style check of claims would still pass", async () => {
  const cluster = createCluster();
  const pods = "/api/v1/namespaces/default/pods";
  const { body } = await cluster.send({ method: "POST", path: pods, body: { metadata: { name: "p" }, spec: { containers: [{ name: "a", image: "b" }] } } });
  const { uid } = body.metadata as { readonly uid: string };
  const claims = await claimsIn(cluster, {}, { pod: { name: "p", uid } });
  const token = tokenOf(claims);
  expect(await statusOf(cluster, token)).toMatchObject({ authenticated: true });
  await cluster.send({ method: "DELETE", path: `${pods}/p` });
  await wait(cluster, 9_999);
  expect(await statusOf(cluster, token)).toMatchObject({ authenticated: true });
  await wait(cluster, 1);
  expect(await statusOf(cluster, token)).toEqual({ user: {}, error: "[invalid bearer token, service account token has been invalidated]" });
  expect(claims.exp).toBeGreaterThan(cluster.clock.now() / 1000);
});

test("an account made again kills its older tokens", async () => {
  const cluster = createCluster();
  const token = tokenOf(await claimsIn(cluster));
  const path = "/api/v1/namespaces/default/serviceaccounts";
  await cluster.send({ method: "DELETE", path: `${path}/default` });
  await cluster.send({ method: "POST", path, body: { metadata: { name: "default" } } });
  expect(await statusOf(cluster, token)).toEqual({
    user: {},
    error: expect.stringMatching(/^\[invalid bearer token, service account UID \(.+\) does not match claim \(.+\)\]$/),
  });
});

describe("the use of a token is audited", () => {
  test("past its warning threshold", async () => {
    const cluster = createCluster();
    const warnafter = Math.floor(cluster.clock.now() / 1000) - 5;
    await review(cluster, tokenOf(await claimsIn(cluster, {}, { warnafter })));
    const annotation = "subject: system:serviceaccount:default:default, seconds after warning threshold: 5";
    expect(cluster.notes("api-server.audit")).toMatchObject([{ attributes: { "authentication.k8s.io/stale-token": annotation } }]);
  });

  test("without audiences", async () => {
    const cluster = createCluster();
    const { aud: _, ...legacy } = await claimsIn(cluster);
    await review(cluster, tokenOf(legacy));
    expect(cluster.notes("api-server.audit")).toMatchObject([{ attributes: { "authentication.k8s.io/legacy-token": legacy.sub } }]);
  });
});

describe("the request itself", () => {
  test.each([
    { name: "no token", request: { method: "POST", body: { spec: {} } }, status: 400, message: "token is required for TokenReview in authentication" },
    { name: "reading", request: { method: "GET" }, status: 405, message: "the server does not allow this method on the requested resource" },
    {
      name: "a guest",
      request: { method: "POST", body: { spec: { token: "x" } }, token: "guest-token" },
      status: 403,
      message:
        'tokenreviews.authentication.k8s.io is forbidden: User "guest" cannot create resource "tokenreviews" in API group "authentication.k8s.io" at the cluster scope',
    },
  ])("$name: $status", async ({ request, status, message }) => {
    const answer = await createCluster().send({ path: PATH, ...request });
    expect([answer.status, answer.body.message]).toEqual([status, message]);
  });

  test("a token of the token file is known for the API's audiences alone", async () => {
    expect(await statusOf(createCluster(), "guest-token")).toMatchObject({ authenticated: true, user: { username: "guest" }, audiences: [API, OLD_API] });
    expect(await statusOf(createCluster(), "guest-token", ["x"])).toEqual({ user: {}, error: "invalid bearer token" });
  });
});

describe("a service account as caller", () => {
  test("is known, and may do nothing", async () => {
    const cluster = createCluster();
    const { status, body } = await cluster.send({ path: "/api/v1/namespaces", token: tokenOf(await claimsIn(cluster)) });
    expect([status, body.message]).toEqual([
      403,
      'namespaces is forbidden: User "system:serviceaccount:default:default" cannot list resource "namespaces" in API group "" at the cluster scope',
    ]);
  });

  test("with a bad token gets 401, and only the trace has the reason", async () => {
    const cluster = createCluster();
    const { status, body } = await cluster.send({ path: "/api/v1/namespaces", token: tokenOf(await claimsIn(cluster, { aud: ["sts.amazonaws.com"] })) });
    expect([status, body.message]).toEqual([401, "Unauthorized"]);
    expect(cluster.checks("api-server.authentication").at(-1)?.actual.value).toContain("[invalid bearer token, token audiences");
  });
});

/** Lets time pass. */
async function wait({ clock }: TestCluster, ms: number): Promise<void> {
  await clock.run(() => clock.sleep(ms));
}
