import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, pod } from "../cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";
const create = (body: JsonObject, cluster = createTestCluster()) => cluster.send({ method: "POST", path: PODS, body });
const token = (members: JsonObject) => ({ name: "t", projected: { sources: [{ serviceAccountToken: { path: "token", ...members } }] } });

test("the change goes from the pod as sent to the pod as stored, in step 1", async () => {
  const cluster = createTestCluster();
  const sent = pod("p");
  const { body } = await create(sent, cluster);
  const [stored, bound] = cluster.changes();
  expect(stored).toMatchObject({ what: "Pod default/p", step: 1, actor: "api-server" });
  expect(stored?.before).toEqual(sent);
  expect(stored?.after).toEqual(body);
  expect(bound).toMatchObject({ what: "Pod default/p", step: 2, before: body, after: { spec: { nodeName: "node-1" } } });
  expect(cluster.trace.events.find((event) => event.kind === "span" && event.name === "Admit the pod")).toMatchObject({ step: 1, actor: "api-server" });
});

test("the checks of a pod that passes", async () => {
  const cluster = createTestCluster();
  await create(pod("p"), cluster);
  const checks = cluster.trace.events.flatMap((event) => (event.kind === "check" ? [`${event.check} ${event.passed}`] : []));
  expect(checks).toEqual(["api-server.authentication true", "api-server.authorization true", "admission.service-account true", "admission.validation true"]);
});

describe("service account", () => {
  test.each([
    { name: "none named", spec: {} },
    { name: "an empty name", spec: { serviceAccountName: "" } },
    { name: "by the old name of the member", spec: { serviceAccount: "default" } },
  ])("$name: default", async ({ spec }) => {
    expect((await create(pod("p", spec))).body).toMatchObject({ spec: { serviceAccountName: "default", serviceAccount: "default" } });
  });

  test.each([
    { name: "p", metadata: {}, shown: "p" },
    { name: "", metadata: { generateName: "web-" }, shown: "web-" },
  ])("one that is not there: refused, the pod shown as $shown", async ({ name, metadata, shown }) => {
    const cluster = createTestCluster();
    const { status, body } = await create(pod(name, { serviceAccountName: "nobody" }, metadata), cluster);
    expect(status).toBe(403);
    expect(body).toMatchObject({
      message: `pods "${shown}" is forbidden: error looking up service account default/nobody: serviceaccount "nobody" not found`,
      reason: "Forbidden",
      details: { name: shown, kind: "pods" },
    });
    expect(cluster.checks("admission.service-account")).toMatchObject([
      {
        passed: false,
        reason: "not-found",
        expected: { value: "ServiceAccount default/nobody", from: { pointer: "/spec/serviceAccountName" } },
        actual: { value: "none" },
      },
    ]);
    expect(cluster.changes()).toEqual([]);
  });

  test.each([
    { name: "copied", own: {}, expected: [{ name: "registry" }] },
    { name: "not copied over the pod's own", own: { imagePullSecrets: [{ name: "mine" }] }, expected: [{ name: "mine" }] },
  ])("image pull secrets are $name", async ({ own, expected }) => {
    const cluster = createTestCluster();
    await cluster.send({
      method: "POST",
      path: "/api/v1/namespaces/default/serviceaccounts",
      body: { metadata: { name: "app" }, imagePullSecrets: [{ name: "registry" }] },
    });
    const { body } = await create(pod("p", { serviceAccountName: "app", ...own }), cluster);
    expect((body.spec as JsonObject).imagePullSecrets).toEqual(expected);
  });
});

test("defaults", async () => {
  const { body } = await create(
    pod("p", {
      containers: [
        { name: "app", image: "nginx", ports: [{ containerPort: 80 }], env: [{ name: "A", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }] },
      ],
      initContainers: [{ name: "init", image: "busybox:1.36" }],
      volumes: [{ name: "scratch" }, token({})],
    }),
  );
  expect(body.spec).toEqual({
    containers: [
      {
        name: "app",
        image: "nginx",
        ports: [{ containerPort: 80, protocol: "TCP" }],
        env: [{ name: "A", valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "metadata.name" } } }],
        resources: {},
        terminationMessagePath: "/dev/termination-log",
        terminationMessagePolicy: "File",
        imagePullPolicy: "Always",
      },
    ],
    initContainers: [
      {
        name: "init",
        image: "busybox:1.36",
        resources: {},
        terminationMessagePath: "/dev/termination-log",
        terminationMessagePolicy: "File",
        imagePullPolicy: "IfNotPresent",
      },
    ],
    volumes: [
      { name: "scratch", emptyDir: {} },
      { name: "t", projected: { sources: [{ serviceAccountToken: { expirationSeconds: 3600, path: "token" } }], defaultMode: 420 } },
    ],
    serviceAccountName: "default",
    serviceAccount: "default",
    restartPolicy: "Always",
    terminationGracePeriodSeconds: 30,
    dnsPolicy: "ClusterFirst",
    securityContext: {},
    schedulerName: "default-scheduler",
    enableServiceLinks: true,
    tolerations: ["not-ready", "unreachable"].map((taint) => ({
      key: `node.kubernetes.io/${taint}`,
      operator: "Exists",
      effect: "NoExecute",
      tolerationSeconds: 300,
    })),
    priority: 0,
    preemptionPolicy: "PreemptLowerPriority",
  });
  expect(body.status).toEqual({ phase: "Pending", qosClass: "BestEffort" });
});

test("what is set is kept", async () => {
  const own = { restartPolicy: "Never", terminationGracePeriodSeconds: 0, enableServiceLinks: false };
  expect((await create(pod("p", own))).body).toMatchObject({ spec: own });
});

test.each([
  ["nginx", "Always"],
  ["nginx:latest", "Always"],
  ["localhost:5000/nginx", "Always"],
  ["nginx:1.27", "IfNotPresent"],
  ["localhost:5000/nginx:1.27", "IfNotPresent"],
  ["nginx@sha256:0123", "IfNotPresent"],
])("image %s is pulled: %s", async (image, imagePullPolicy) => {
  expect((await create(pod("p", { containers: [{ name: "a", image }] }))).body).toMatchObject({ spec: { containers: [{ imagePullPolicy }] } });
});

test("a sidecar, which is an init container that goes on running, may have probes", async () => {
  const initContainers = [{ name: "proxy", image: "proxy", restartPolicy: "Always", readinessProbe: { httpGet: { port: 80 } } }];
  expect((await createTestCluster().send({ method: "POST", path: "/api/v1/namespaces/default/pods", body: pod("p", { initContainers }) })).status).toBe(201);
});

describe("validation", () => {
  const projected = "spec.volumes[0].projected";
  const expiration = `${projected}.sources[0].serviceAccountToken.expirationSeconds`;
  const container = { name: "app", image: "nginx" };
  const mounts = (...volumeMounts: JsonObject[]) => ({ containers: [{ ...container, volumeMounts }] });
  const subdomain =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
  test.each<{ problem: string; body: JsonObject; name?: string }>([
    { problem: "spec.containers: Required value", body: pod("p", { containers: [] }) },
    { problem: "spec.containers: Required value", body: { metadata: { name: "p" } } },
    { problem: `metadata.name: Invalid value: "P": ${subdomain}`, body: pod("P"), name: "P" },
    { problem: 'spec.containers[0].name: Invalid value: "a.b": must not contain dots', body: pod("p", { containers: [{ ...container, name: "a.b" }] }) },
    { problem: "spec.containers[0].name: Required value", body: pod("p", { containers: [{ image: "nginx" }] }) },
    { problem: "spec.containers[0].image: Required value", body: pod("p", { containers: [{ name: "app" }] }) },
    { problem: 'spec.containers[1].name: Duplicate value: "app"', body: pod("p", { containers: [container, container] }) },
    { problem: 'spec.initContainers[0].name: Duplicate value: "app"', body: pod("p", { initContainers: [container] }) },
    ...["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"].map((name) => ({
      problem: `spec.initContainers[0].${name}: Forbidden: may not be set for init containers without restartPolicy=Always`,
      body: pod("p", { initContainers: [{ name: "first", image: "nginx", [name]: {} }] }),
    })),
    { problem: 'spec.volumes[1].name: Duplicate value: "v"', body: pod("p", { volumes: [{ name: "v" }, { name: "v" }] }) },
    { problem: 'spec.containers[0].volumeMounts[0].name: Not found: "v"', body: pod("p", mounts({ name: "v", mountPath: "/m" })) },
    { problem: "spec.containers[0].volumeMounts[0].mountPath: Required value", body: pod("p", { ...mounts({ name: "v" }), volumes: [{ name: "v" }] }) },
    {
      problem: 'spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/m": must be unique',
      body: pod("p", { ...mounts({ name: "v", mountPath: "/m" }, { name: "v", mountPath: "/m" }), volumes: [{ name: "v" }] }),
    },
    {
      problem: `${expiration}: Invalid value: 599: may not specify a duration less than 10 minutes`,
      body: pod("p", { volumes: [token({ expirationSeconds: 599 })] }),
    },
    {
      problem: `${expiration}: Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds`,
      body: pod("p", { volumes: [token({ expirationSeconds: 2 ** 32 + 1 })] }),
    },
    { problem: `${projected}.path: Required value`, body: pod("p", { volumes: [token({ path: "" })] }) },
    { problem: `${projected}.path: Invalid value: "/a": must be a relative path`, body: pod("p", { volumes: [token({ path: "/a" })] }) },
    { problem: `${projected}.path: Invalid value: "a/../b": must not contain '..'`, body: pod("p", { volumes: [token({ path: "a/../b" })] }) },
    { problem: `${projected}.path: Invalid value: "..a": must not start with '..'`, body: pod("p", { volumes: [token({ path: "..a" })] }) },
    {
      problem: `${projected}.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive`,
      body: pod("p", { volumes: [{ name: "v", projected: { sources: [], defaultMode: 512 } }] }),
    },
    {
      problem: `${projected}.sources[0]: Forbidden: may not specify more than 1 volume type per source`,
      body: pod("p", { volumes: [{ name: "v", projected: { sources: [{ configMap: { name: "c" }, serviceAccountToken: { path: "t" } }] } }] }),
    },
  ])("$problem", async ({ problem, body, name = "p" }) => {
    const cluster = createTestCluster();
    const answer = await create(body, cluster);
    expect({ status: answer.status, message: answer.body.message }).toEqual({ status: 422, message: `Pod "${name}" is invalid: ${problem}` });
    expect(cluster.checks("admission.validation")).toMatchObject([{ passed: false, reason: "invalid", actual: { value: problem } }]);
  });

  test.each([600, 2 ** 32])("a lifetime of %d s is good", async (expirationSeconds) => {
    expect((await create(pod("p", { volumes: [token({ expirationSeconds })] }))).status).toBe(201);
  });

  test("several problems stand in a list, each a cause", async () => {
    const { body } = await create(pod("p", { containers: [{}] }));
    expect(body.message).toBe('Pod "p" is invalid: [spec.containers[0].name: Required value, spec.containers[0].image: Required value]');
    expect(body.details).toEqual({
      name: "p",
      kind: "Pod",
      causes: ["name", "image"].map((member) => ({ reason: "FieldValueRequired", message: "Required value", field: `spec.containers[0].${member}` })),
    });
  });
});
