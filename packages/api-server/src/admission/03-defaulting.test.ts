import { describe, expect, test } from "vitest";
import { applyPodDefaults } from "./03-defaulting.js";
import type { PodSpec } from "./pod.js";

const POD_DEFAULTS = {
  restartPolicy: "Always",
  terminationGracePeriodSeconds: 30,
  dnsPolicy: "ClusterFirst",
  securityContext: {},
  schedulerName: "default-scheduler",
  enableServiceLinks: true,
};
const CONTAINER_DEFAULTS = { resources: {}, terminationMessagePath: "/dev/termination-log", terminationMessagePolicy: "File", imagePullPolicy: "Always" };
const OWN = { resources: { limits: {}, requests: {} }, terminationMessagePath: "/x", terminationMessagePolicy: "y", imagePullPolicy: "Never" };

test.each<{ readonly name: string; readonly spec: PodSpec; readonly stored: object }>([
  { name: "nothing", spec: {}, stored: POD_DEFAULTS },
  { name: "an empty text is absent", spec: { dnsPolicy: "" }, stored: POD_DEFAULTS },
  {
    name: "what is said stays",
    spec: { enableServiceLinks: false, terminationGracePeriodSeconds: 0 },
    stored: { ...POD_DEFAULTS, enableServiceLinks: false, terminationGracePeriodSeconds: 0 },
  },
  { name: "the account by its old name", spec: { serviceAccount: "a" }, stored: { ...POD_DEFAULTS, serviceAccountName: "a", serviceAccount: "a" } },
  {
    name: "the account by its new name",
    spec: { serviceAccountName: "a", serviceAccount: "b" },
    stored: { ...POD_DEFAULTS, serviceAccountName: "a", serviceAccount: "a" },
  },
  { name: "an init container", spec: { initContainers: [{}] }, stored: { ...POD_DEFAULTS, initContainers: [CONTAINER_DEFAULTS] } },
  { name: "a container's own", spec: { containers: [OWN] }, stored: { ...POD_DEFAULTS, containers: [OWN] } },
  {
    name: "ports and variables",
    spec: {
      containers: [
        { ...OWN, ports: [{ containerPort: 1 }, { protocol: "UDP" }], env: [{ name: "a" }, { name: "b", valueFrom: { fieldRef: { fieldPath: "x" } } }] },
      ],
    },
    stored: {
      ...POD_DEFAULTS,
      containers: [
        {
          ...OWN,
          ports: [{ containerPort: 1, protocol: "TCP" }, { protocol: "UDP" }],
          env: [{ name: "a" }, { name: "b", valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "x" } } }],
        },
      ],
    },
  },
  {
    name: "volumes",
    spec: {
      volumes: [
        { name: "empty" },
        { name: "secret", secret: {} },
        { name: "bare", projected: {} },
        { name: "own", projected: { defaultMode: 0, sources: [{ configMap: {} }] } },
      ],
    },
    stored: {
      ...POD_DEFAULTS,
      volumes: [
        { name: "empty", emptyDir: {} },
        { name: "secret", secret: { defaultMode: 0o644 } },
        { name: "bare", projected: { defaultMode: 0o644 } },
        { name: "own", projected: { defaultMode: 0, sources: [{ configMap: {} }] } },
      ],
    },
  },
  {
    name: "tokens",
    spec: {
      volumes: [{ projected: { defaultMode: 1, sources: [{ serviceAccountToken: { path: "t" } }, { serviceAccountToken: { expirationSeconds: 600 } }] } }],
    },
    stored: {
      ...POD_DEFAULTS,
      volumes: [
        {
          projected: {
            defaultMode: 1,
            sources: [{ serviceAccountToken: { path: "t", expirationSeconds: 3600 } }, { serviceAccountToken: { expirationSeconds: 600 } }],
          },
        },
      ],
    },
  },
])("$name", ({ spec, stored }) => {
  const defaulted = applyPodDefaults({ metadata: {}, spec });
  expect(defaulted.spec).toEqual(stored);
  expect(applyPodDefaults(defaulted)).toEqual(defaulted);
});

describe("an image is pulled when its tag may move", () => {
  test.each([
    { image: "nginx", policy: "Always" },
    { image: "nginx:latest", policy: "Always" },
    { image: "nginx:1.2", policy: "IfNotPresent" },
    { image: "nginx:latest2", policy: "IfNotPresent" },
    { image: "registry.test:5000/nginx", policy: "Always" },
    { image: "registry.test:5000/nginx:1.2", policy: "IfNotPresent" },
    { image: "nginx@sha256:abc", policy: "IfNotPresent" },
  ])("$image: $policy", ({ image, policy }) => {
    expect(applyPodDefaults({ metadata: {}, spec: { containers: [{ image }] } }).spec.containers?.[0]).toMatchObject({ imagePullPolicy: policy });
  });
});
