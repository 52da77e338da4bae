import { describe, expect, test } from "vitest";
import { answering, createTestCluster, pod, registration } from "./cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";
const CONFIGURATIONS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";

describe("who calls", () => {
  test.each([
    { name: "nobody", token: null, passed: true, actual: "system:anonymous", reason: undefined },
    { name: "somebody unknown", token: "x", passed: false, actual: "an unknown bearer token", reason: "unknown-token" },
    { name: "somebody known", token: "admin-token", passed: true, actual: "admin", reason: undefined },
  ])("$name", async ({ token, passed, actual, reason }) => {
    const cluster = createTestCluster();
    await cluster.send({ path: PODS, token });
    const [check] = cluster.checks("api-server.authentication");
    expect(check).toMatchObject({
      title: "caller is known",
      passed,
      expected: { value: "no token, or one that stands for somebody" },
      actual: { value: actual },
    });
    expect(check?.reason).toBe(reason);
  });
});

describe("a mirror pod", () => {
  const mirror = (spec: object) => ({
    ...pod("m"),
    metadata: { name: "m", annotations: { "kubernetes.io/config.mirror": "x" } },
    spec: { ...(pod("m").spec as object), nodeName: "node-1", ...spec },
  });
  test.each([
    { name: "that may be", spec: {}, status: 201, passed: true, actual: "none", reason: undefined },
    {
      name: "that names an account",
      spec: { serviceAccountName: "default" },
      status: 403,
      passed: false,
      actual: "a mirror pod may not reference service accounts",
      reason: "forbidden",
    },
  ])("$name", async ({ spec, status, passed, actual, reason }) => {
    const cluster = createTestCluster();
    expect((await cluster.send({ method: "POST", path: PODS, body: mirror(spec) })).status).toBe(status);
    const [check] = cluster.checks("admission.mirror-pod");
    expect(check).toMatchObject({
      title: "mirror pod uses nothing of the API",
      passed,
      expected: { value: "no service account, secret or token" },
      actual: { value: actual },
    });
    expect(check?.reason).toBe(reason);
  });
});

test("a pod's service account, and the pod that names it", async () => {
  const cluster = createTestCluster();
  await cluster.send({ method: "POST", path: PODS, body: pod("p") });
  await cluster.send({ method: "POST", path: PODS, body: pod("q", { serviceAccountName: "none" }) });
  const expected = (account: string, name: string) => ({
    value: `ServiceAccount default/${account}`,
    from: { file: `Pod/default/${name}`, pointer: "/spec/serviceAccountName" },
  });
  expect(cluster.checks("admission.service-account")).toMatchObject([
    { title: "service account exists", passed: true, expected: expected("default", "p"), actual: { value: expect.stringMatching(/^uid /) } },
    { title: "service account exists", passed: false, expected: expected("none", "q"), actual: { value: "none" }, reason: "not-found" },
  ]);
});

test("what a webhook is to answer", async () => {
  const cluster = createTestCluster();
  cluster.serve("hook", answering({ allowed: false, status: { message: "no" } }));
  await cluster.send({ method: "POST", path: CONFIGURATIONS, body: registration("hook") });
  await cluster.send({ method: "POST", path: PODS, body: pod("p") });
  expect(cluster.checks("admission.webhook")).toMatchObject([
    {
      title: "webhook lets the pod through",
      passed: false,
      expected: { value: "hook.example.com answers allowed: true" },
      actual: { value: "allowed: false, no" },
      reason: "denied",
    },
  ]);
});

test.each([
  { name: "by its name", metadata: { name: "web" }, subject: "default/web" },
  { name: "by what its name begins with", metadata: { generateName: "web-" }, subject: "default/web-" },
])("admission is about a pod: $name", async ({ metadata, subject }) => {
  const cluster = createTestCluster();
  await cluster.send({ method: "POST", path: PODS, body: { ...pod("x"), metadata } });
  expect(cluster.checks("admission.service-account").map((check) => check.subject?.pod)).toEqual([subject]);
});

test("a pod that was bound to the node says so", async () => {
  const { send } = createTestCluster();
  await send({ method: "POST", path: PODS, body: pod("p") });
  expect((await send({ path: `${PODS}/p` })).body).toMatchObject({
    spec: { nodeName: "node-1" },
    status: { phase: "Pending", conditions: [{ type: "PodScheduled", status: "True" }] },
  });
});
