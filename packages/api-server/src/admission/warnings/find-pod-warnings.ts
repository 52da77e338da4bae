/**
 * What a client is told of a pod that is stored all the same.
 * Leaves out: overlapping paths in projected volumes of sources other than keys, tokens and members, IP addresses in other than their canonical form.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/api/pod#GetWarningsForPod
 */
import { goQuoted } from "@irsa-sim/kubernetes-types";
import { type Pod, type PodSpec, placedContainers } from "../pod.js";
import type { Volume } from "../types/volume.js";
import { dnsLabel } from "../validation/formats/names.js";
import { isWhole } from "../validation/resources/amounts.js";
import { findContainerWarnings, findPortWarnings } from "./find-container-warnings.js";
import { findPathWarnings } from "./find-path-warnings.js";
import { findSchedulingWarnings } from "./find-scheduling-warnings.js";

const ANNOTATIONS: Readonly<Record<string, string>> = {
  "scheduler.alpha.kubernetes.io/critical-pod": 'non-functional in v1.16+; use the "priorityClassName" field instead',
  "security.alpha.kubernetes.io/sysctls": 'non-functional in v1.11+; use the "sysctls" field instead',
  "security.alpha.kubernetes.io/unsafe-sysctls": 'non-functional in v1.11+; use the "sysctls" field instead',
};
const SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
const VOLUMES: Readonly<Record<string, string>> = {
  photonPersistentDisk: "photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+",
  gitRepo: "gitRepo: deprecated in v1.11, and disabled by default in v1.33+",
  scaleIO: "scaleIO: deprecated in v1.16, non-functional in v1.22+",
  flocker: "flocker: deprecated in v1.22, non-functional in v1.25+",
  storageos: "storageOS: deprecated in v1.22, non-functional in v1.25+",
  quobyte: "quobyte: deprecated in v1.22, non-functional in v1.25+",
  glusterfs: "glusterfs: deprecated in v1.25, non-functional in v1.26+",
  cephfs: "cephfs: deprecated in v1.28, non-functional in v1.31+",
  rbd: "rbd: deprecated in v1.28, non-functional in v1.31+",
};

/** Warnings of a valid pod, in the server's order. */
export function* findPodWarnings({ metadata, spec }: Pod): Generator<string> {
  const { name = "", annotations = {} } = metadata;
  const problems = dnsLabel(name);
  if (problems.length > 0) {
    yield `metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [${problems.join(" ")}]`;
  }
  yield* findSchedulingWarnings(spec);
  for (const [key, text] of Object.entries(ANNOTATIONS)) if (annotations[key] !== undefined) yield `metadata.annotations[${key}]: ${text}`;
  for (const [index, volume] of (spec.volumes ?? []).entries()) yield* findVolumeWarnings(volume, `spec.volumes[${index}]`);
  yield* findPathWarnings(spec.volumes ?? []);
  yield* findRepetitions(spec);
  for (const resource of ["memory", "ephemeral-storage"]) {
    const amount = spec.overhead?.[resource] ?? "0";
    if (!isWhole(amount)) yield `spec.overhead[${resource}]: fractional byte value ${goQuoted(amount)} is invalid, must be an integer`;
  }
  if (spec.securityContext?.seccompProfile === undefined && annotations[SECCOMP_POD] !== undefined) {
    yield `metadata.annotations[${SECCOMP_POD}]: non-functional in v1.27+; use the "seccompProfile" field instead`;
  }
  const placed = placedContainers(spec);
  for (const { container, field } of placed) yield* findContainerWarnings(container, field, annotations);
  yield* findPortWarnings(placed);
  yield* findSelectorWarnings(spec);
}

function* findVolumeWarnings(volume: Volume, field: string): Generator<string> {
  for (const [kind, text] of Object.entries(VOLUMES)) if (volume[kind] !== undefined) yield `${field}.${text}`;
  const { limits = {}, requests = {} } = volume.ephemeral?.volumeClaimTemplate?.spec?.resources ?? {};
  for (const [kind, list] of [["requests", requests] as const, ["limits", limits] as const]) {
    const { storage = "0" } = list;
    const place = `${field}.ephemeral.volumeClaimTemplate.spec.resources.${kind}[storage]`;
    if (!isWhole(storage)) yield `${place}: fractional byte value ${goQuoted(storage)} is invalid, must be an integer`;
  }
}

function* findRepetitions({ hostAliases = [], imagePullSecrets = [] }: PodSpec): Generator<string> {
  const addresses = new Set<string>();
  for (const [index, { ip = "" }] of hostAliases.entries()) {
    if (addresses.has(ip)) yield `spec.hostAliases[${index}].ip: duplicate ip ${goQuoted(ip)}`;
    addresses.add(ip);
  }
  const names = new Set<string>();
  for (const [index, { name = "" }] of imagePullSecrets.entries()) {
    if (names.has(name)) yield `spec.imagePullSecrets[${index}].name: duplicate name ${goQuoted(name)}`;
    names.add(name);
  }
  for (const [index, { name = "" }] of imagePullSecrets.entries()) if (name === "") yield `spec.imagePullSecrets[${index}].name: invalid empty name ""`;
}

function* findSelectorWarnings({ affinity }: PodSpec): Generator<string> {
  for (const kind of ["podAffinity", "podAntiAffinity"] as const) {
    const { requiredDuringSchedulingIgnoredDuringExecution: demanded = [], preferredDuringSchedulingIgnoredDuringExecution: preferred = [] } =
      affinity?.[kind] ?? {};
    const field = `spec.affinity.${kind}`;
    const nothing = "a null labelSelector results in matching no pod";
    for (const [index, { labelSelector }] of demanded.entries()) {
      if (labelSelector === undefined) yield `${field}.requiredDuringSchedulingIgnoredDuringExecution[${index}].labelSelector: ${nothing}`;
    }
    for (const [index, { podAffinityTerm }] of preferred.entries()) {
      if (podAffinityTerm?.labelSelector !== undefined) continue;
      yield `${field}.preferredDuringSchedulingIgnoredDuringExecution[${index}].podAffinityTerm.labelSelector: ${nothing}`;
    }
  }
}
