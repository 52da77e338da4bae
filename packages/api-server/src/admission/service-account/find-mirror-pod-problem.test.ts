import { expect, test } from "vitest";
import type { PodSpec } from "../pod.js";
import type { VolumeProjection } from "../types/volume.js";
import { findMirrorPodProblem, isMirrorPod } from "./find-mirror-pod-problem.js";

const ACCOUNT = "a mirror pod may not reference service accounts";
const SECRET = "a mirror pod may not reference secrets";
const TOKEN = "a mirror pod may not use ServiceAccountToken volume projections";
const fromSecret = { env: [{ name: "a" }, { name: "b", valueFrom: { secretKeyRef: { name: "s" } } }] };
const projected = (source: VolumeProjection) => [{ name: "v", projected: { sources: [{ configMap: {} }, source] } }];

test.each<{ readonly name: string; readonly spec: PodSpec; readonly problem: string | null }>([
  { name: "nothing", spec: {}, problem: null },
  { name: "an empty account", spec: { serviceAccountName: "" }, problem: null },
  { name: "an account", spec: { serviceAccountName: "a" }, problem: ACCOUNT },
  { name: "no secrets to pull with", spec: { imagePullSecrets: [] }, problem: null },
  { name: "secrets to pull with", spec: { imagePullSecrets: [{ name: "s" }] }, problem: SECRET },
  { name: "a volume of a secret", spec: { volumes: [{ name: "v" }, { name: "w", secret: {} }] }, problem: SECRET },
  { name: "a projected secret", spec: { volumes: projected({ secret: {} }) }, problem: SECRET },
  { name: "a projected ConfigMap", spec: { volumes: projected({ configMap: {} }) }, problem: null },
  { name: "a token", spec: { volumes: [{ name: "u" }, ...projected({ serviceAccountToken: {} })] }, problem: TOKEN },
  { name: "a secret in a container", spec: { containers: [{}, fromSecret] }, problem: SECRET },
  { name: "a secret in an init container", spec: { initContainers: [fromSecret], containers: [{}] }, problem: SECRET },
  { name: "all of a secret", spec: { containers: [{ envFrom: [{ configMapRef: {} }, { secretRef: {} }] }] }, problem: SECRET },
  {
    name: "variables of other kinds",
    spec: { containers: [{ env: [{ name: "a", valueFrom: { fieldRef: {} } }], envFrom: [{ configMapRef: {} }] }] },
    problem: null,
  },
])("$name", ({ spec, problem }) => {
  expect(findMirrorPodProblem({ metadata: {}, spec })).toBe(problem);
});

test.each([
  { annotations: { "kubernetes.io/config.mirror": "" }, mirror: true },
  { annotations: { "kubernetes.io/config.source": "file" }, mirror: false },
])("$annotations", ({ annotations, mirror }) => {
  expect([isMirrorPod({ metadata: { annotations }, spec: {} }), isMirrorPod({ metadata: {}, spec: {} })]).toEqual([mirror, false]);
});
