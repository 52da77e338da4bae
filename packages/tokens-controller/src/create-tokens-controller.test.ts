import { bodyText, createRandom, createTrace, epochMillis, type HttpResponse, type IssuerUrl, type JsonObject, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTokensController, type TokensControllerOptions } from "./index.js";

const START_MS = Date.UTC(2025, 5, 12, 18, 31, 44, 900);
const IAT = Math.floor(START_MS / 1000);
const ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/ABC" as IssuerUrl;
const API_AUDIENCE = "https://kubernetes.default.svc";

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  "ServiceAccount/default/my-sa": { metadata: { name: "my-sa", uid: "sa-uid" } },
  "Pod/default/web-0": { metadata: { name: "web-0", uid: "pod-uid" }, spec: { serviceAccountName: "my-sa", nodeName: "node-1" } },
  "Pod/default/lost": { metadata: { name: "lost", uid: "lost-uid" }, spec: { serviceAccountName: "my-sa", nodeName: "gone" } },
  "Pod/default/other": { metadata: { name: "other", uid: "other-uid" }, spec: { serviceAccountName: "other-sa" } },
  "Secret/default/key": { metadata: { name: "key", uid: "key-uid" } },
  "Node//node-1": { metadata: { name: "node-1", uid: "node-uid" } },
};

const POD = { kind: "Pod", apiVersion: "v1", name: "web-0", uid: "pod-uid" };
const IRSA = { audiences: ["sts.amazonaws.com"], expirationSeconds: 86_400, boundObjectRef: POD };

/** Asks for a token; the signer shows the claims instead of signing them. */
async function ask(
  spec: object,
  { name = "my-sa", metadata = {}, ...options }: Partial<TokensControllerOptions> & { readonly name?: string; readonly metadata?: object } = {},
): Promise<HttpResponse> {
  const clock = new VirtualClock(epochMillis(START_MS));
  const controller = createTokensController({
    issuer: ISSUER,
    signer: { sign: async (claims) => JSON.stringify(claims) },
    objects: { read: (kind, namespace, object) => OBJECTS[`${kind}/${namespace ?? ""}/${object}`] ?? null },
    clock,
    random: createRandom("tokens"),
    apiAudiences: [API_AUDIENCE],
    maxExpirationSeconds: 86_400,
    extendExpiration: true,
    ...options,
  });
  const url = `https://kubernetes.default.svc/api/v1/namespaces/default/serviceaccounts/${name}/token`;
  return controller({ method: "POST", url, headers: {}, body: JSON.stringify({ metadata, spec }) }, createTrace(clock).root);
}

interface Answer {
  readonly message: string;
  readonly reason: string;
  readonly spec: { readonly expirationSeconds: number; readonly audiences: readonly string[]; readonly boundObjectRef: object | null };
  readonly status: { readonly token: string; readonly expirationTimestamp: string };
}

const read = (response: HttpResponse): Answer => JSON.parse(bodyText(response)) as Answer;
const claimsOf = (response: HttpResponse): Record<string, unknown> => JSON.parse(read(response).status.token) as Record<string, unknown>;

test("a pod-bound token has the claims of section 2.2", async () => {
  const response = await ask(IRSA);
  expect(response.status).toBe(201);
  expect(claimsOf(response)).toEqual({
    aud: ["sts.amazonaws.com"],
    exp: IAT + 86_400,
    iat: IAT,
    iss: ISSUER,
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    "kubernetes.io": {
      namespace: "default",
      node: { name: "node-1", uid: "node-uid" },
      pod: { name: "web-0", uid: "pod-uid" },
      serviceaccount: { name: "my-sa", uid: "sa-uid" },
    },
    nbf: IAT,
    sub: "system:serviceaccount:default:my-sa",
  });
  expect(read(response).status.expirationTimestamp).toBe("2025-06-13T18:31:44Z");
});

describe("what else a token can be bound to", () => {
  test.each([
    { name: "nothing", ref: null, claims: {} },
    { name: "a secret", ref: { kind: "Secret", apiVersion: "v1", name: "key" }, claims: { secret: { name: "key", uid: "key-uid" } } },
    { name: "a node", ref: { kind: "Node", apiVersion: "v1", name: "node-1", uid: "node-uid" }, claims: { node: { name: "node-1", uid: "node-uid" } } },
    {
      name: "a pod whose node object is gone",
      ref: { ...POD, name: "lost", uid: "" },
      claims: { pod: { name: "lost", uid: "lost-uid" }, node: { name: "gone" } },
    },
  ])("$name", async ({ ref, claims }) => {
    const response = await ask({ ...IRSA, boundObjectRef: ref });
    expect(claimsOf(response)["kubernetes.io"]).toEqual({ namespace: "default", serviceaccount: { name: "my-sa", uid: "sa-uid" }, ...claims });
  });
});

const TOO_SHORT = (seconds: number): string =>
  `TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: ${seconds}: may not specify a duration less than 10 minutes`;

describe("refusals of section 1.4", () => {
  test.each<{
    readonly name: string;
    readonly spec?: object;
    readonly options?: Parameters<typeof ask>[1];
    readonly status: number;
    readonly reason: string;
    readonly message: string;
  }>([
    { name: "lifetime 0", spec: { expirationSeconds: 0 }, status: 422, reason: "Invalid", message: TOO_SHORT(0) },
    { name: "lifetime 599", spec: { expirationSeconds: 599 }, status: 422, reason: "Invalid", message: TOO_SHORT(599) },
    {
      name: "lifetime 2^32 + 1",
      spec: { expirationSeconds: 2 ** 32 + 1 },
      status: 422,
      reason: "Invalid",
      message:
        'TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds',
    },
    {
      name: "body names another account",
      options: { metadata: { name: "other" } },
      status: 422,
      reason: "Invalid",
      message: 'TokenRequest.authentication.k8s.io "my-sa" is invalid: metadata.name: Invalid value: "other": must match the service account name if specified',
    },
    { name: "service account missing", options: { name: "none" }, status: 404, reason: "NotFound", message: 'serviceaccounts "none" not found' },
    {
      name: "missing account comes before a bad lifetime",
      spec: { expirationSeconds: 1 },
      options: { name: "none" },
      status: 404,
      reason: "NotFound",
      message: 'serviceaccounts "none" not found',
    },
    {
      name: "another uid of the account",
      options: { metadata: { uid: "old" } },
      status: 409,
      reason: "Conflict",
      message:
        'Operation cannot be fulfilled on TokenRequest.authentication.k8s.io "my-sa": the UID in the token request (old) does not match the UID of the service account (sa-uid)',
    },
    { name: "pod missing", spec: { boundObjectRef: { ...POD, name: "none" } }, status: 404, reason: "NotFound", message: 'pods "none" not found' },
    {
      name: "a bad lifetime comes before a bad pod",
      spec: { expirationSeconds: 1, boundObjectRef: { ...POD, name: "none" } },
      status: 422,
      reason: "Invalid",
      message: TOO_SHORT(1),
    },
    {
      name: "pod of another account",
      spec: { boundObjectRef: { ...POD, name: "other", uid: "" } },
      status: 400,
      reason: "BadRequest",
      message: 'cannot bind token for serviceaccount "my-sa" to pod running with different serviceaccount name.',
    },
    {
      name: "another kind",
      spec: { boundObjectRef: { ...POD, kind: "ConfigMap" } },
      status: 400,
      reason: "BadRequest",
      message: "cannot bind token to object of type /v1, Kind=ConfigMap",
    },
    {
      name: "pod made again under its name",
      spec: { boundObjectRef: { ...POD, uid: "old" } },
      status: 409,
      reason: "Conflict",
      message:
        'Operation cannot be fulfilled on Pod "web-0": the UID in the bound object reference (old) does not match the UID in record. The object might have been deleted and then recreated',
    },
  ])("$name", async ({ spec = {}, options = {}, status, reason, message }) => {
    const response = await ask({ ...IRSA, ...spec }, options);
    expect(response.status).toBe(status);
    expect(read(response)).toMatchObject({ kind: "Status", status: "Failure", reason, message, code: status });
  });
});

describe("lifetimes", () => {
  const api = { audiences: [API_AUDIENCE], expirationSeconds: 3607, boundObjectRef: POD };
  test.each([
    { name: "absent means 3600", spec: { ...IRSA, expirationSeconds: null }, effective: 3600, signed: 3600, warning: undefined },
    { name: "600 is the least", spec: { ...IRSA, expirationSeconds: 600 }, effective: 600, signed: 600, warning: undefined },
    {
      name: "more than the maximum is shortened",
      spec: { ...IRSA, expirationSeconds: 172_800 },
      effective: 86_400,
      signed: 86_400,
      warning: '299 - "requested expiration of 172800 seconds shortened to 86400 seconds"',
    },
    { name: "3607 for the API is signed for a year", spec: api, effective: 3607, signed: 31_536_000, warning: undefined },
    { name: "3607 for STS is not", spec: { ...api, audiences: ["sts.amazonaws.com"] }, effective: 3607, signed: 3607, warning: undefined },
    { name: "3607 without a pod is not", spec: { ...api, boundObjectRef: null }, effective: 3607, signed: 3607, warning: undefined },
    { name: "3600 for the API is not", spec: { ...api, expirationSeconds: 3600 }, effective: 3600, signed: 3600, warning: undefined },
  ])("$name", async ({ spec, effective, signed, warning }) => {
    const response = await ask(spec);
    const {
      exp,
      iat,
      "kubernetes.io": kubernetes,
    } = claimsOf(response) as { readonly exp: number; readonly iat: number; readonly "kubernetes.io": { readonly warnafter?: number } };
    expect([read(response).spec.expirationSeconds, exp - iat, response.headers.warning]).toEqual([effective, signed, warning]);
    expect(kubernetes.warnafter).toBe(signed === effective ? undefined : iat + effective);
  });

  test("any lifetime within bounds is issued as asked, up to the maximum", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 600, max: 2 ** 32 }), async (expirationSeconds) => {
        const { exp, iat } = claimsOf(await ask({ ...IRSA, expirationSeconds })) as { readonly exp: number; readonly iat: number };
        expect(exp - iat).toBe(Math.min(expirationSeconds, 86_400));
      }),
      { numRuns: 50 },
    );
  });
});

test("without audiences the token is for the API server", async () => {
  expect(read(await ask({ boundObjectRef: null })).spec).toEqual({ audiences: [API_AUDIENCE], expirationSeconds: 3600, boundObjectRef: null });
});
