import { bodyText, type Handler, type JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { answering, createTestCluster, OTHER_ROOT, patching, pod, registration, type TestCluster } from "../cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";
const CONFIGURATIONS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
const LABEL = [{ op: "add", path: "/metadata/labels", value: { hooked: "yes" } }];
const url = "https://hook.default.svc:443/mutate?timeout=10s";

/** A cluster with one registered webhook, `hook`. */
async function withHook(handler: Handler | null, webhook: JsonObject = {}): Promise<TestCluster> {
  const cluster = createTestCluster();
  if (handler !== null) cluster.serve("hook", handler);
  const { status } = await cluster.send({ method: "POST", path: CONFIGURATIONS, body: registration("hook", webhook) });
  expect(status).toBe(201);
  return cluster;
}

const create = (cluster: TestCluster, body: JsonObject = pod("p")) => cluster.send({ method: "POST", path: PODS, body });

describe("asking", () => {
  test("the review carries the defaulted pod with its service account, and who asks", async () => {
    const reviews: { readonly url: string; readonly headers: object; readonly body: JsonObject }[] = [];
    const cluster = await withHook(async (request, span) => {
      reviews.push({ url: request.url, headers: request.headers, body: JSON.parse(bodyText(request)) as JsonObject });
      return answering({ allowed: true })(request, span);
    });
    await create(cluster);
    const kind = { group: "", version: "v1", kind: "Pod" };
    const resource = { group: "", version: "v1", resource: "pods" };
    expect(reviews).toMatchObject([
      {
        url: "https://hook.default.svc/mutate?timeout=10s",
        headers: { "content-type": "application/json", accept: "application/json, */*" },
        body: {
          kind: "AdmissionReview",
          apiVersion: "admission.k8s.io/v1",
          request: {
            uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
            kind,
            resource,
            requestKind: kind,
            requestResource: resource,
            name: "p",
            namespace: "default",
            operation: "CREATE",
            userInfo: { username: "admin", uid: "admin-uid", groups: ["system:masters", "system:authenticated"] },
            object: { kind: "Pod", apiVersion: "v1", metadata: { name: "p" }, spec: { serviceAccountName: "default", restartPolicy: "Always" } },
            oldObject: null,
            dryRun: false,
          },
        },
      },
    ]);
    expect(reviews.map(({ body }) => (body.request as { readonly object: { readonly metadata: object } }).object.metadata)).toEqual([{ name: "p" }]);
    expect(cluster.exchanges("AdmissionReview")).toMatchObject([{ step: 1, actor: "api-server", to: "webhook" }]);
  });

  test("a caller without a uid has none in the review", async () => {
    const cluster = createTestCluster({ grants: [{ user: "guest", namespace: null, verbs: ["create"], resources: ["pods"] }] });
    cluster.serve("hook", answering({ allowed: true }));
    await cluster.send({ method: "POST", path: CONFIGURATIONS, body: registration("hook") });
    await cluster.send({ method: "POST", path: PODS, body: pod("p"), token: "guest-token" });
    const { request } = JSON.parse(bodyText(cluster.exchanges("AdmissionReview")[0]?.request ?? { body: "" })) as { readonly request: JsonObject };
    expect(request.userInfo).toEqual({ username: "guest", groups: ["system:authenticated"] });
  });

  test("a pod whose name is yet to be made has none in the review", async () => {
    const cluster = await withHook(answering({ allowed: true }));
    const { body } = await create(cluster, { ...pod("x"), metadata: { generateName: "web-" } });
    const { request } = JSON.parse(bodyText(cluster.exchanges("AdmissionReview")[0]?.request ?? { body: "" })) as { readonly request: object };
    expect(request).not.toHaveProperty("name");
    expect(body.metadata).toMatchObject({ name: expect.stringMatching(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/) });
  });

  test("configurations are asked in order of their names, each after the other's patch", async () => {
    const cluster = createTestCluster();
    const asked: unknown[] = [];
    for (const name of ["b", "a"]) {
      cluster.serve(name, async (request, span) => {
        const { request: review } = JSON.parse(bodyText(request)) as { readonly request: { readonly object: { readonly metadata: JsonObject } } };
        asked.push([name, review.object.metadata.labels]);
        return answering(patching([{ op: "add", path: "/metadata/labels", value: { by: name } }]))(request, span);
      });
      await cluster.send({ method: "POST", path: CONFIGURATIONS, body: registration(name) });
    }
    expect((await create(cluster)).body).toMatchObject({ metadata: { labels: { by: "b" } } });
    expect(asked).toEqual([
      ["a", undefined],
      ["b", { by: "a" }],
    ]);
  });

  test.each([
    {
      name: "rule for another resource",
      webhook: { rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["services"] }] },
      reason: "no-rule",
    },
    {
      name: "rule for another operation",
      webhook: { rules: [{ operations: ["DELETE"], apiGroups: ["*"], apiVersions: ["*"], resources: ["*"] }] },
      reason: "no-rule",
    },
    { name: "object selector", webhook: { objectSelector: { matchExpressions: [{ key: "skip", operator: "DoesNotExist" }] } }, reason: "object-selector" },
    { name: "namespace selector", webhook: { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "other" } } }, reason: "namespace-selector" },
  ])("not asked: $name", async ({ webhook, reason }) => {
    const cluster = await withHook(answering({ allowed: false }), webhook);
    expect((await create(cluster, pod("p", {}, { labels: { skip: "" } }))).status).toBe(201);
    expect(cluster.exchanges("AdmissionReview")).toEqual([]);
    expect(cluster.notes("admission.webhook-not-asked")).toMatchObject([{ step: 1, attributes: { webhook: "hook.example.com", reason } }]);
  });

  test("a webhook outside the cluster is asked at its URL", async () => {
    const clientConfig = {
      ...(registration("hook").webhooks as [{ readonly clientConfig: JsonObject }])[0].clientConfig,
      service: null,
      url: "https://hook.default.svc/x",
    };
    const cluster = await withHook(answering(patching(LABEL)), { clientConfig, timeoutSeconds: 3 });
    expect((await create(cluster)).body).toMatchObject({ metadata: { labels: { hooked: "yes" } } });
    expect(cluster.exchanges("AdmissionReview")[0]?.request.url).toBe("https://hook.default.svc/x?timeout=3s");
  });
});

describe("answers", () => {
  test("a patch is applied, and the pod is defaulted again", async () => {
    const volume = { name: "token", projected: { sources: [{ serviceAccountToken: { path: "token" } }] } };
    const cluster = await withHook(answering(patching([{ op: "add", path: "/spec/volumes", value: [volume] }])));
    const { body } = await create(cluster);
    const token = { serviceAccountToken: { expirationSeconds: 3600, path: "token" } };
    expect(body).toMatchObject({ spec: { volumes: [{ name: "token", projected: { sources: [token], defaultMode: 420 } }] } });
    expect(cluster.checks("admission.webhook")).toMatchObject([
      { step: 1, actor: "api-server", passed: true, actual: { value: "allowed: true, with a JSON Patch" } },
    ]);
  });

  test("allowed without a patch leaves the pod as it is", async () => {
    const cluster = await withHook(answering({ allowed: true }));
    expect(await create(cluster)).toMatchObject({ status: 201 });
    expect(cluster.checks("admission.webhook")).toMatchObject([{ passed: true, actual: { value: "allowed: true, unchanged" } }]);
  });

  test.each([
    { name: "a message", status: { message: "no" }, code: 400, message: ": no", reason: undefined },
    { name: "nothing", status: {}, code: 400, message: " without explanation", reason: undefined },
    { name: "a reason", status: { reason: "Forbidden" }, code: 400, message: ": Forbidden", reason: "Forbidden" },
    { name: "a code of an error", status: { code: 418, message: "no" }, code: 418, message: ": no", reason: undefined },
    { name: "a code of success", status: { code: 200, message: "no" }, code: 400, message: ": no", reason: undefined },
  ])("denied with $name, also under Ignore", async ({ status, code, message, reason }) => {
    const cluster = await withHook(answering({ allowed: false, status }), { failurePolicy: "Ignore" });
    const { body, status: answered } = await create(cluster);
    expect(answered).toBe(code);
    expect(body).toEqual({
      kind: "Status",
      apiVersion: "v1",
      metadata: {},
      status: "Failure",
      message: `admission webhook "hook.example.com" denied the request${message}`,
      ...(reason === undefined ? {} : { reason }),
      code,
    });
    expect(cluster.checks("admission.webhook")).toMatchObject([{ passed: false, reason: "denied" }]);
    expect(cluster.apiServer.read("Pod", "default", "p")).toBeNull();
  });

  test.each([
    {
      name: "a path that is not there",
      patch: [{ op: "add", path: "/spec/a/b", value: 1 }],
      message: 'add operation does not apply: doc is missing path: "/spec/a/b": missing value',
    },
    { name: "an unknown operation", patch: [{ op: "burn", path: "/spec" }], message: "Unexpected kind: burn" },
    {
      name: "what makes it no pod",
      patch: [{ op: "replace", path: "/spec", value: "x" }],
      message: "json: cannot unmarshal string into Go struct field Pod.spec of type v1.PodSpec",
    },
  ])("a patch with $name is an internal error, also under Ignore", async ({ patch, message }) => {
    const cluster = await withHook(answering(patching(patch)), { failurePolicy: "Ignore" });
    expect(await create(cluster)).toMatchObject({ status: 500, body: { reason: "InternalError", message: `Internal error occurred: ${message}` } });
  });
});

describe("calls that fail", () => {
  const failing: readonly { name: string; handler: Handler; cause: string }[] = [
    {
      name: "neither kind nor version",
      handler: answering({ allowed: true }, { kind: "", apiVersion: "" }),
      cause: "received invalid webhook response: expected webhook response of admission.k8s.io/v1, Kind=AdmissionReview, got /, Kind=",
    },
    {
      name: "another version",
      handler: answering({ allowed: true }, { apiVersion: "v1" }),
      cause: 'failed to call webhook: no kind "AdmissionReview" is registered for version "v1" in scheme "pkg/runtime/scheme.go:111"',
    },
    { name: "no response", handler: answering({}, { response: null }), cause: "received invalid webhook response: webhook response was absent" },
    {
      name: "a patch without a type",
      handler: answering({ allowed: true, patch: btoa("[]") }),
      cause: "received invalid webhook response: webhook returned response.patch but not response.patchType",
    },
    {
      name: "a type without a patch",
      handler: answering({ allowed: true, patchType: "JSONPatch" }),
      cause: "received invalid webhook response: webhook returned response.patchType but not response.patch",
    },
    {
      name: "no JSON",
      handler: async () => ({ status: 200, headers: {}, body: "{" }),
      cause: "failed to call webhook: couldn't get version/kind; json parse error: unexpected end of JSON input",
    },
    {
      name: "a patch that is no list",
      handler: answering({ allowed: true, patchType: "JSONPatch", patch: btoa("{}") }),
      cause: "received undecodable patch in webhook response: json: cannot unmarshal object into Go value of type jsonpatch.Patch",
    },
    {
      name: "nothing at all",
      handler: async () => ({ status: 200, headers: {}, body: "" }),
      cause: "failed to call webhook: 0-length response with status code: 200 and content type: application/json",
    },
    {
      name: "500",
      handler: async () => ({ status: 500, headers: {}, body: "oops\n" }),
      cause: 'failed to call webhook: an error on the server ("oops") has prevented the request from succeeding',
    },
    {
      name: "404",
      handler: async () => ({ status: 404, headers: {}, body: "" }),
      cause: "failed to call webhook: the server could not find the requested resource",
    },
  ];

  test.each(failing)("$name: fatal under Fail", async ({ handler, cause }) => {
    const cluster = await withHook(handler);
    const message = `Internal error occurred: failed calling webhook "hook.example.com": ${cause}`;
    expect(await create(cluster)).toMatchObject({ status: 500, body: { reason: "InternalError", message, code: 500 } });
    expect(cluster.checks("admission.webhook")).toMatchObject([{ passed: false, reason: "call-failed", details: { failurePolicy: "Fail" } }]);
    expect(cluster.apiServer.read("Pod", "default", "p")).toBeNull();
  });

  test.each(failing)("$name: the pod goes on unmodified under Ignore", async ({ handler, cause }) => {
    const cluster = await withHook(handler, { failurePolicy: "Ignore" });
    const { status, body } = await create(cluster);
    expect(status).toBe(201);
    expect((body.metadata as JsonObject).labels).toBeUndefined();
    expect(cluster.notes("admission.webhook-ignored")).toMatchObject([
      { attributes: { message: `Failed calling webhook, failing open hook.example.com: ${cause}` } },
    ]);
  });

  test("another uid", async () => {
    const cluster = await withHook(answering({ allowed: true, uid: "other" }));
    const { body } = await create(cluster);
    expect(body.message).toMatch(/received invalid webhook response: expected response.uid="[0-9a-f-]{36}", got "other"$/);
  });

  test("v1beta1 minds neither kind nor uid nor patch type", async () => {
    const { patch } = patching(LABEL);
    const cluster = await withHook(answering({ allowed: true, uid: "other", patch: patch ?? null }, { kind: "", apiVersion: "" }), {
      admissionReviewVersions: ["v1beta1"],
    });
    expect((await create(cluster)).body).toMatchObject({ metadata: { labels: { hooked: "yes" } } });
    expect(bodyText(cluster.exchanges("AdmissionReview")[0]?.request ?? { body: "" })).toContain('"apiVersion":"admission.k8s.io/v1beta1"');
  });

  test.each<{ name: string; serve: (cluster: TestCluster) => void; webhook?: JsonObject; cause: string; code: string | null }>([
    { name: "no service", serve: () => {}, cause: `failed to call webhook: Post "${url}": service "hook" not found`, code: "ENOTFOUND" },
    {
      name: "an answer after ten seconds",
      serve: ({ serve, clock }) =>
        serve("hook", async (request, span) => {
          await clock.sleep(10_001);
          return answering({ allowed: true })(request, span);
        }),
      cause: `failed to call webhook: Post "${url}": context deadline exceeded`,
      code: "ETIMEDOUT",
    },
    {
      name: "a certificate for another host",
      serve: ({ serve }) => serve("hook", answering({ allowed: true }), { hosts: ["other.default.svc"] }),
      cause: `failed to call webhook: Post "${url}": tls: failed to verify certificate: x509: certificate is for other.default.svc, not for hook.default.svc`,
      code: "ERR_TLS_HOST_MISMATCH",
    },
    {
      name: "an expired certificate",
      serve: ({ serve }) => serve("hook", answering({ allowed: true }), { notAfter: "2025-06-01T00:00:00Z" }),
      cause: `failed to call webhook: Post "${url}": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: certificate of CN=server is valid from 2025-01-01T00:00:00.000Z to 2025-06-01T00:00:00.000Z; it is 2026-01-05T09:00:00Z`,
      code: "ERR_TLS_EXPIRED",
    },
    {
      name: "a bundle with another root",
      serve: ({ serve }) => serve("hook", answering({ allowed: true })),
      webhook: { clientConfig: { service: { name: "hook", namespace: "default", path: "/mutate" }, caBundle: btoa(OTHER_ROOT) } },
      cause: `failed to call webhook: Post "${url}": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
      code: "ERR_TLS_UNTRUSTED",
    },
    {
      name: "no bundle",
      serve: ({ serve }) => serve("hook", answering({ allowed: true })),
      webhook: { clientConfig: { service: { name: "hook", namespace: "default", path: "/mutate" } } },
      cause: `failed to call webhook: Post "${url}": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
      code: "ERR_TLS_UNTRUSTED",
    },
    {
      name: "no TLS",
      serve: ({ serve }) => serve("hook", answering({ allowed: true }), null),
      cause: `failed to call webhook: Post "${url}": http: server gave HTTP response to HTTPS client`,
      code: "ERR_TLS_NO_CERTIFICATE",
    },
    {
      name: "a bundle without a certificate",
      serve: ({ serve }) => serve("hook", answering({ allowed: true })),
      webhook: { clientConfig: { service: { name: "hook", namespace: "default" }, caBundle: btoa("x") } },
      cause: "unable to load root certificates: unable to parse bytes as PEM block",
      code: null,
    },
    {
      name: "a bundle with a broken certificate",
      serve: ({ serve }) => serve("hook", answering({ allowed: true })),
      webhook: {
        clientConfig: { service: { name: "hook", namespace: "default" }, caBundle: btoa("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") },
      },
      cause: "unable to load root certificates: x509: malformed certificate",
      code: null,
    },
  ])("$name", async ({ serve, webhook, cause, code }) => {
    const cluster = await withHook(null, webhook);
    serve(cluster);
    const { status, body } = await create(cluster);
    expect({ status, message: body.message }).toEqual({ status: 500, message: `Internal error occurred: failed calling webhook "hook.example.com": ${cause}` });
    expect(cluster.checks("admission.webhook")).toMatchObject([{ passed: false, actual: { value: cause }, details: { failurePolicy: "Fail", code } }]);
  });
});
