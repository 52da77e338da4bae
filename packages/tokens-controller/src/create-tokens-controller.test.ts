import { bodyText, createTrace, epochMillis, type Trace, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TokenSigningError, type TokensControllerOptions } from "./index.js";
import { API_AUDIENCE, ask, claimsOf, IAT, IRSA, ISSUER, POD, post, read, START_MS } from "./tokens-controller.test-support.js";

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
    { name: "a pod that waits for a node", ref: { ...POD, name: "pending", uid: "" }, claims: { pod: { name: "pending", uid: "pending-uid" } } },
    { name: "a pod with an empty node", ref: { ...POD, name: "unscheduled", uid: "" }, claims: { pod: { name: "unscheduled", uid: "unscheduled-uid" } } },
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
      name: "body names another namespace",
      options: { metadata: { namespace: "prod" } },
      status: 422,
      reason: "Invalid",
      message:
        'TokenRequest.authentication.k8s.io "my-sa" is invalid: metadata.namespace: Invalid value: "prod": must match the service account namespace if specified',
    },
    { name: "secret missing", spec: { boundObjectRef: { ...POD, kind: "Secret" } }, status: 404, reason: "NotFound", message: 'secrets "web-0" not found' },
    { name: "node missing", spec: { boundObjectRef: { ...POD, kind: "Node" } }, status: 404, reason: "NotFound", message: 'nodes "web-0" not found' },
    {
      name: "a kind of another group",
      spec: { boundObjectRef: { ...POD, apiVersion: "apps/v1" } },
      status: 400,
      reason: "BadRequest",
      message: "cannot bind token to object of type apps/v1, Kind=Pod",
    },
    {
      name: "a kind with the name of an object's own member",
      spec: { boundObjectRef: { ...POD, kind: "constructor" } },
      status: 400,
      reason: "BadRequest",
      message: "cannot bind token to object of type /v1, Kind=constructor",
    },
    {
      name: "another account comes before another uid",
      spec: { boundObjectRef: { ...POD, name: "other", uid: "old" } },
      status: 400,
      reason: "BadRequest",
      message: 'cannot bind token for serviceaccount "my-sa" to pod running with different serviceaccount name.',
    },
    {
      name: "the key does not sign",
      options: {
        signer: {
          sign: async () => {
            throw new TokenSigningError("key not loaded");
          },
        },
      },
      status: 500,
      reason: "InternalError",
      message: "Internal error occurred: failed to generate token: key not loaded",
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

test.each([{}, { metadata: {} }, { spec: {} }])("what is absent has its default: %j", async (tokenRequest) => {
  expect(read(await post(tokenRequest)).spec).toEqual({ audiences: [API_AUDIENCE], expirationSeconds: 3600, boundObjectRef: null });
});

test("details of a conflict name kind and group apart", async () => {
  const response = await ask(IRSA, { metadata: { uid: "old" } });
  expect(JSON.parse(bodyText(response))).toMatchObject({ details: { name: "my-sa", group: "authentication.k8s.io", kind: "TokenRequest" } });
});

test("the reference comes back without its empty members", async () => {
  const { uid, ...withoutUid } = POD;
  expect(uid).toBe("pod-uid");
  expect(read(await ask({ ...IRSA, boundObjectRef: withoutUid })).spec.boundObjectRef).toEqual(withoutUid);
});

test("the audit note names the token by its id", async () => {
  const trace = createTrace(new VirtualClock(epochMillis(START_MS)));
  const { jti } = claimsOf(await post({ spec: IRSA }, { span: trace.root })) as { readonly jti: string };
  expect(notesOf(trace)).toEqual([{ "authentication.kubernetes.io/issued-credential-id": `JTI=${jti}` }]);
});

const notesOf = (trace: Trace): readonly unknown[] =>
  trace.events.flatMap((event) => (event.kind === "note" && event.name === "tokens-controller.audit" ? [event.attributes] : []));

describe("feature gates", () => {
  test("without the check of the account's uid, another one is warned of", async () => {
    const trace = createTrace(new VirtualClock(epochMillis(START_MS)));
    const body = { metadata: { uid: "old" }, spec: IRSA };
    const response = await post(body, { span: trace.root, refusesOtherAccountUid: false });
    const mismatch = "the UID in the token request (old) does not match the UID of the service account (sa-uid)";
    expect([response.status, response.headers.warning]).toEqual([201, `299 - "${mismatch}"`]);
    expect(notesOf(trace)[0]).toEqual({ "authentication.k8s.io/token-request-uid-mismatch": mismatch });
  });

  test("without binding to nodes, a Node is refused", async () => {
    const spec = { ...IRSA, boundObjectRef: { kind: "Node", apiVersion: "v1", name: "node-1" } };
    const response = await post({ spec }, { bindsToNodes: false });
    expect([response.status, read(response).message]).toEqual([
      400,
      'cannot bind token to a Node object as the "ServiceAccountTokenNodeBinding" feature-gate is disabled',
    ]);
  });
});

describe("the maximum that the server starts with", () => {
  test.each([
    { name: "none", maxExpirationSeconds: 0, isRefused: false },
    { name: "one hour", maxExpirationSeconds: 3600, isRefused: false },
    { name: "2^32 seconds", maxExpirationSeconds: 2 ** 32, isRefused: false },
    { name: "less than an hour", maxExpirationSeconds: 3599, isRefused: true },
    { name: "more than 2^32 seconds", maxExpirationSeconds: 2 ** 32 + 1, isRefused: true },
  ])("$name", async ({ maxExpirationSeconds, isRefused }) => {
    const refused = expect(post({ spec: IRSA }, { maxExpirationSeconds }));
    if (isRefused) await refused.rejects.toThrow("the service-account-max-token-expiration must be between 1 hour and 2^32 seconds");
    else await refused.resolves.toMatchObject({ status: 201 });
  });
});

test("the trace has the checks in their order, and what was signed with which key", async () => {
  const trace = createTrace(new VirtualClock(epochMillis(START_MS)));
  const response = await post({ spec: IRSA }, { span: trace.root });
  const recorded = trace.events.flatMap((event) => (event.kind === "check" ? [`${event.check} ${event.passed}`] : event.kind === "note" ? [event.name] : []));
  expect(recorded).toEqual([
    "tokens-controller.service-account true",
    "tokens-controller.expiration true",
    "tokens-controller.bound-object true",
    "tokens-controller.audit",
    "tokens-controller.signed",
  ]);
  expect(trace.events.at(-1)).toMatchObject({ step: 4, actor: "tokens-controller", attributes: { kid: "key-1", claims: claimsOf(response) } });
});

describe("lifetimes", () => {
  const api = { audiences: [API_AUDIENCE], expirationSeconds: 3607, boundObjectRef: POD };
  test.each<{
    readonly name: string;
    readonly spec: object;
    readonly options?: Partial<TokensControllerOptions>;
    readonly effective: number;
    readonly signed: number;
    readonly warning: string | undefined;
  }>([
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
    {
      name: "3607 for the API is signed for 90 days on EKS",
      spec: api,
      options: { extendedSeconds: 7_776_000 },
      effective: 3607,
      signed: 7_776_000,
      warning: undefined,
    },
    { name: "3607 for STS is not", spec: { ...api, audiences: ["sts.amazonaws.com"] }, effective: 3607, signed: 3607, warning: undefined },
    { name: "3607 without a pod is not", spec: { ...api, boundObjectRef: null }, effective: 3607, signed: 3607, warning: undefined },
    { name: "3600 for the API is not", spec: { ...api, expirationSeconds: 3600 }, effective: 3600, signed: 3600, warning: undefined },
    {
      name: "3607 for the API and another audience is not",
      spec: { ...api, audiences: [API_AUDIENCE, "x"] },
      effective: 3607,
      signed: 3607,
      warning: undefined,
    },
    { name: "3607 is not, where tokens are not extended", spec: api, options: { extendExpiration: false }, effective: 3607, signed: 3607, warning: undefined },
    {
      name: "3607 shortened to one hour is not",
      spec: api,
      options: { maxExpirationSeconds: 3600 },
      effective: 3600,
      signed: 3600,
      warning: '299 - "requested expiration of 3607 seconds shortened to 3600 seconds"',
    },
    {
      name: "2^32 is the most, without a maximum",
      spec: { ...IRSA, expirationSeconds: 2 ** 32 },
      options: { maxExpirationSeconds: 0 },
      effective: 2 ** 32,
      signed: 2 ** 32,
      warning: undefined,
    },
  ])("$name", async ({ spec, options = {}, effective, signed, warning }) => {
    const response = await ask(spec, options);
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
