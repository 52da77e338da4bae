import { describe, expect, test } from "vitest";
import { createTestCluster, pod } from "./cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";
const ACCOUNTS = "/api/v1/namespaces/default/serviceaccounts";
const CONFIGURATIONS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
const account = (name: string, annotations: Record<string, string> = {}) => ({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name, annotations } });

test("namespace, service account and node are there from the start", () => {
  const { apiServer } = createTestCluster();
  expect(apiServer.read("Namespace", null, "default")?.metadata.labels).toEqual({ "kubernetes.io/metadata.name": "default" });
  expect(apiServer.read("ServiceAccount", "default", "default")).not.toBeNull();
  expect(apiServer.read("Node", null, "node-1")).not.toBeNull();
  expect(apiServer.read("Deployment", "default", "x")).toBeNull();
});

test("an object gets uid, version, time and namespace, and is recorded", async () => {
  const { send, changes } = createTestCluster();
  const { status, body, text } = await send({ method: "POST", path: ACCOUNTS, body: account("app", { a: "b" }) });
  expect(status).toBe(201);
  expect(text.endsWith("}\n")).toBe(true);
  expect(body).toEqual({
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: {
      name: "app",
      annotations: { a: "b" },
      namespace: "default",
      uid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
      creationTimestamp: "2026-01-05T09:00:00Z",
      resourceVersion: expect.stringMatching(/^\d+$/),
    },
  });
  expect((await send({ path: `${ACCOUNTS}/app` })).body).toEqual(body);
  expect(changes()).toMatchObject([{ what: "ServiceAccount default/app", before: null, after: body }]);
});

test("the same seed gives the same uids", async () => {
  const uids = await Promise.all(
    [1, 2].map(async () => (await createTestCluster().send({ method: "POST", path: ACCOUNTS, body: account("app") })).body.metadata),
  );
  expect(uids[0]).toEqual(uids[1]);
});

test.each([
  { name: "a pod", path: PODS, body: pod("x"), kind: "Pod" },
  { name: "a service account", path: ACCOUNTS, body: account("x"), kind: "ServiceAccount" },
])("$name is answered with itself when it is deleted", async ({ path, body, kind }) => {
  const { send, changes } = createTestCluster();
  await send({ method: "POST", path, body });
  expect(await send({ method: "DELETE", path: `${path}/x` })).toMatchObject({ status: 200, body: { kind, metadata: { name: "x" } } });
  expect((await send({ path: `${path}/x` })).status).toBe(404);
  expect(changes().at(-1)).toMatchObject({ what: `${kind} default/x`, after: null });
});

test("a ConfigMap is answered with a Status when it is deleted", async () => {
  const { send } = createTestCluster();
  const path = "/api/v1/namespaces/default/configmaps";
  const { body } = await send({ method: "POST", path, body: { metadata: { name: "x" }, data: { a: "b" } } });
  const { uid } = body.metadata as { readonly uid: string };
  const details = { name: "x", kind: "configmaps", uid };
  expect((await send({ method: "DELETE", path: `${path}/x` })).body).toEqual({ kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details });
});

test.each([
  { selector: "", names: ["a", "b"] },
  { selector: "metadata.name=a", names: ["a"] },
  { selector: "metadata.name!=a", names: ["b"] },
  { selector: "spec.nodeName==node-1,metadata.namespace=default", names: ["a"] },
  { selector: "spec.nodeName=node-2", names: ["b"] },
  { selector: "spec.nodeName=node-3", names: [] },
])("pods selected by '$selector'", async ({ selector, names }) => {
  const { send } = createTestCluster();
  await send({ method: "POST", path: PODS, body: pod("a") });
  await send({ method: "POST", path: PODS, body: pod("b", { nodeName: "node-2" }) });
  const { body } = await send({ path: `/api/v1/pods?fieldSelector=${encodeURIComponent(selector)}` });
  expect(body).toMatchObject({ kind: "PodList", apiVersion: "v1", metadata: { resourceVersion: expect.any(String) } });
  expect((body.items as { readonly metadata: { readonly name: string } }[]).map(({ metadata }) => metadata.name)).toEqual(names);
});

test.each([
  { path: "/readyz", text: "ok" },
  { path: "/livez", text: "ok" },
])("$path answers anybody", async ({ path, text }) => {
  expect(await createTestCluster().send({ path, token: null })).toMatchObject({ status: 200, text });
});

test("PUT replaces, keeps what the server wrote, and makes a new version", async () => {
  const { send, changes } = createTestCluster();
  const { body: before } = await send({ method: "POST", path: ACCOUNTS, body: account("app") });
  const { status, body } = await send({ method: "PUT", path: `${ACCOUNTS}/app`, body: account("app", { a: "b" }) });
  const metadata = before.metadata as { readonly uid: string; readonly resourceVersion: string };
  expect(status).toBe(200);
  expect(body).toMatchObject({ metadata: { uid: metadata.uid, creationTimestamp: "2026-01-05T09:00:00Z", annotations: { a: "b" } } });
  expect(Number((body.metadata as typeof metadata).resourceVersion)).toBeGreaterThan(Number(metadata.resourceVersion));
  expect(changes().at(-1)).toMatchObject({ before, after: body });
});

test("PUT of another object of the same name is refused", async () => {
  const { send } = createTestCluster();
  const { body: before } = await send({ method: "POST", path: ACCOUNTS, body: account("app") });
  const metadata = before.metadata as { readonly uid: string };
  const put = (uid: string) => send({ method: "PUT", path: `${ACCOUNTS}/app`, body: { ...account("app"), metadata: { name: "app", uid } } });
  expect(await put("other")).toMatchObject({ status: 409, body: { reason: "Conflict" } });
  expect((await put(metadata.uid)).status).toBe(200);
});

test("PUT of a webhook configuration is given defaults and checked as at its creation", async () => {
  const { send } = createTestCluster();
  const webhook = {
    name: "w.example.com",
    clientConfig: { service: { name: "w", namespace: "default" } },
    sideEffects: "None",
    admissionReviewVersions: ["v1"],
  };
  await send({ method: "POST", path: CONFIGURATIONS, body: { metadata: { name: "w" }, webhooks: [webhook] } });
  const put = (change: object) =>
    send({ method: "PUT", path: `${CONFIGURATIONS}/w`, body: { metadata: { name: "w" }, webhooks: [{ ...webhook, ...change }] } });
  expect(await put({ timeoutSeconds: 5 })).toMatchObject({ status: 200, body: { webhooks: [{ failurePolicy: "Fail", timeoutSeconds: 5 }] } });
  expect((await put({ timeoutSeconds: 31 })).status).toBe(422);
});

test.each(["7", '"a"', "[]"])("a body that is %s is no object", async (body) => {
  const { status, body: answer } = await createTestCluster().send({ method: "POST", path: ACCOUNTS, body });
  expect([status, answer.message]).toEqual([
    400,
    expect.stringMatching(/json parse error: json: cannot unmarshal (number|string|array) into Go value of type struct /),
  ]);
});

test("PATCH merges, and null takes away", async () => {
  const { send } = createTestCluster();
  await send({ method: "POST", path: ACCOUNTS, body: account("app", { a: "1", b: "2" }) });
  const body = { metadata: { annotations: { a: null, c: "3" } } };
  const patched = await send({ method: "PATCH", path: `${ACCOUNTS}/app`, body, contentType: "application/merge-patch+json" });
  expect(patched).toMatchObject({ status: 200, body: { metadata: { annotations: { b: "2", c: "3" } } } });
  expect((patched.body.metadata as { readonly annotations: object }).annotations).not.toHaveProperty("a");
});

test("a write that changes nothing makes no version and is not recorded", async () => {
  const { send, changes } = createTestCluster();
  const { body: before } = await send({ method: "POST", path: ACCOUNTS, body: account("app", { a: "1" }) });
  const { body } = await send({
    method: "PATCH",
    path: `${ACCOUNTS}/app`,
    body: { metadata: { annotations: { a: "1" } } },
    contentType: "application/merge-patch+json",
  });
  expect(body).toEqual(before);
  expect(changes()).toHaveLength(1);
});

test("a webhook configuration is stored with its defaults", async () => {
  const { send } = createTestCluster();
  const webhook = {
    name: "w.example.com",
    clientConfig: { service: { name: "w", namespace: "default" } },
    sideEffects: "None",
    admissionReviewVersions: ["v1"],
  };
  const { status, body } = await send({ method: "POST", path: CONFIGURATIONS, body: { metadata: { name: "w" }, webhooks: [webhook] } });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: "MutatingWebhookConfiguration",
    apiVersion: "admissionregistration.k8s.io/v1",
    webhooks: [{ failurePolicy: "Fail", timeoutSeconds: 10, matchPolicy: "Equivalent", reinvocationPolicy: "Never", clientConfig: { service: { port: 443 } } }],
  });
});

test("a TokenRequest is passed on as it was read, with the span of the exchange", async () => {
  const seen: { readonly asked: object; readonly span: number | null; readonly step: number | null }[] = [];
  const { send, exchanges } = createTestCluster({
    tokenRequest: async (asked, span) => {
      seen.push({ asked, span: span.seq, step: span.step });
      return { status: 201, headers: {}, body: "{}" };
    },
  });
  const path = `${ACCOUNTS}/default/token`;
  expect((await send({ method: "POST", path, body: { spec: { nope: 1 } } })).status).toBe(201);
  const tokenRequest = { kind: "TokenRequest", apiVersion: "authentication.k8s.io/v1", metadata: {}, spec: {} };
  expect(seen).toEqual([{ asked: { namespace: "default", name: "default", tokenRequest }, span: exchanges("Test")[0]?.seq, step: null }]);
});

describe("unknown members", () => {
  const create = (query: string) =>
    createTestCluster().send({ method: "POST", path: `${ACCOUNTS}${query}`, body: { metadata: { name: "app" }, spec: {}, nope: 1 } });

  test.each([
    { query: "", warning: '299 - "unknown field \\"spec\\"", 299 - "unknown field \\"nope\\""' },
    { query: "?fieldValidation=Warn", warning: '299 - "unknown field \\"spec\\"", 299 - "unknown field \\"nope\\""' },
    { query: "?fieldValidation=Ignore", warning: undefined },
  ])("are told of and never stored: $query", async ({ query, warning }) => {
    const { response, body } = await create(query);
    expect([response.status, response.headers.warning]).toEqual([201, warning]);
    expect(Object.keys(body)).not.toContain("nope");
  });

  test("are refused where the client wants that", async () => {
    const { status, body } = await create("?fieldValidation=Strict");
    expect([status, body.message]).toEqual([
      400,
      'ServiceAccount in version "v1" cannot be handled as a ServiceAccount: strict decoding error: unknown field "spec", unknown field "nope"',
    ]);
  });
});
