/**
 * Validation of a new pod, in the order in which Kubernetes lists problems.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/validation#ValidatePodCreate
 */
import { duplicate, type FieldProblem, forbidden, invalid, notFound, notSupported, required } from "../field-problem.js";
import { type Pod, type PodSpec, placedContainers } from "../pod.js";
import type { ContainerPlace } from "./containers/container-place.js";
import { findContainersProblems, findEphemeralContainersProblems, findImageBlanks, findInitContainersProblems } from "./containers/find-containers-problems.js";
import { findLabelsProblems } from "./find-labels-problems.js";
import { findMetaProblems } from "./find-meta-problems.js";
import { findFormatProblems } from "./formats/find-format-problems.js";
import { findIpProblems } from "./formats/ip-address.js";
import { qualifiedName } from "./formats/labels.js";
import { dnsLabel, dnsSubdomain, inclusiveRange } from "./formats/names.js";
import { findAnnotationProblems, findContradictions } from "./pod/find-annotation-problems.js";
import { findDnsProblems } from "./pod/find-dns-problems.js";
import { findHostNetworkProblems, findHostnameProblems, findHostUsersProblems } from "./pod/find-host-problems.js";
import { findHostProcessProblems, findOsProblems } from "./pod/find-os-problems.js";
import { findPodClaimsProblems } from "./pod/find-pod-claims-problems.js";
import { findPodResourcesProblems } from "./pod/find-pod-resources-problems.js";
import { findResourcesProblems } from "./resources/find-resources-problems.js";
import { findAffinityProblems } from "./scheduling/find-affinity-problems.js";
import { findTolerationsProblems } from "./scheduling/find-tolerations-problems.js";
import { findTopologyProblems } from "./scheduling/find-topology-problems.js";
import { findPodSecurityProblems } from "./security/find-pod-security-problems.js";
import { findVolumesProblems } from "./volumes/find-volumes-problems.js";

const RESTART_POLICIES = ["Always", "OnFailure", "Never"];
const DNS_POLICIES = ["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"];
const PREEMPTION_POLICIES = ["PreemptLowerPriority", "Never"];
const MAX_DEADLINE_SECONDS = 2_147_483_647;

/** What the cluster lets pods do. */
export interface ClusterPolicy {
  /** As with `--allow-privileged`. */
  readonly allowsPrivileged: boolean;
}

/** Problems of a pod with its defaults and its name. */
export function* findPodProblems(pod: Pod, policy: ClusterPolicy): Generator<FieldProblem> {
  const { spec } = pod;
  yield* findMetaProblems(pod.metadata, { format: dnsSubdomain, isNamespaced: true });
  yield* findAnnotationProblems(pod);
  yield* findSpecProblems(pod, policy);
  if (!spec.serviceAccountName) yield* findTokensOfNobody(spec);
  for (const [index, container] of (spec.containers ?? []).entries()) yield* findImageBlanks(container, `spec.containers[${index}]`);
  for (const [index, container] of (spec.initContainers ?? []).entries()) yield* findImageBlanks(container, `spec.initContainers[${index}]`);
  if ((spec.ephemeralContainers ?? []).length > 0) yield forbidden("spec.ephemeralContainers", "cannot be set on create");
  if (spec.nodeName && (spec.schedulingGates ?? []).length > 0) yield forbidden("spec.nodeName", "cannot be set until all schedulingGates have been cleared");
  yield* findContradictions(pod);
}

function* findSpecProblems(pod: Pod, policy: ClusterPolicy): Generator<FieldProblem> {
  const { spec, metadata } = pod;
  const { problems, valid } = findVolumesProblems(spec.volumes ?? [], metadata.name ?? "");
  const podClaims = (spec.resourceClaims ?? []).flatMap(({ name = "" }) => (name === "" ? [] : [name]));
  const place: ContainerPlace = {
    spec,
    volumes: valid,
    podClaims,
    gracePeriod: spec.terminationGracePeriodSeconds ?? 0,
    policy: { ...policy, usesHostUsers: spec.hostUsers !== false },
  };
  yield* problems;
  yield* findPodClaimsProblems(pod);
  yield* findContainersProblems(place);
  yield* findInitContainersProblems(place);
  yield* findEphemeralContainersProblems(place);
  yield* findPodResourcesProblems(spec, podClaims);
  yield* findHostNetworkProblems(spec);
  yield* findConstantProblems(spec.restartPolicy, RESTART_POLICIES, "spec.restartPolicy");
  yield* findConstantProblems(spec.dnsPolicy, DNS_POLICIES, "spec.dnsPolicy");
  yield* findLabelsProblems(spec.nodeSelector ?? {}, "spec.nodeSelector");
  yield* findPodSecurityProblems(spec, "spec.securityContext");
  yield* findAffinityProblems(spec.affinity, "spec.affinity");
  yield* findDnsProblems(spec, "spec.dnsConfig");
  for (const [index, { conditionType = "" }] of (spec.readinessGates ?? []).entries()) {
    yield* findFormatProblems(qualifiedName, `spec.readinessGates[${index}].conditionType`, conditionType);
  }
  yield* findGatesProblems(spec.schedulingGates ?? [], "spec.schedulingGates");
  yield* findTopologyProblems(spec.topologySpreadConstraints ?? [], "spec.topologySpreadConstraints");
  yield* findHostProcessProblems(spec, policy);
  yield* findHostUsersProblems(spec);
  yield* findHostnameProblems(spec);
  yield* findOptionalProblems(spec);
  yield* findOsProblems(spec);
  yield* findFileKeyProblems(spec);
}

function* findConstantProblems(value = "", supported: readonly string[], field: string): Generator<FieldProblem> {
  if (value === "") yield required(field);
  else if (!supported.includes(value)) yield notSupported(field, value, supported);
}

function* findGatesProblems(gates: NonNullable<PodSpec["schedulingGates"]>, field: string): Generator<FieldProblem> {
  const seen = new Set<string>();
  for (const [index, { name = "" }] of gates.entries()) {
    yield* findFormatProblems(qualifiedName, `${field}[${index}]`, name);
    if (seen.has(name)) yield duplicate(`${field}[${index}]`, name);
    seen.add(name);
  }
}

/** Members that a pod need not have, each with the form that it has to have. */
function* findOptionalProblems(spec: PodSpec): Generator<FieldProblem> {
  const { serviceAccountName = "", nodeName = "", activeDeadlineSeconds: deadline, hostname = "", subdomain = "", priorityClassName = "" } = spec;
  if (serviceAccountName !== "") yield* findFormatProblems(dnsSubdomain, "spec.serviceAccountName", serviceAccountName);
  if (nodeName !== "") yield* findFormatProblems(dnsSubdomain, "spec.nodeName", nodeName);
  if (deadline !== undefined && (deadline < 1 || deadline > MAX_DEADLINE_SECONDS)) {
    yield invalid("spec.activeDeadlineSeconds", deadline, inclusiveRange(1, MAX_DEADLINE_SECONDS));
  }
  if (hostname !== "") yield* findFormatProblems(dnsLabel, "spec.hostname", hostname);
  if (subdomain !== "") yield* findFormatProblems(dnsLabel, "spec.subdomain", subdomain);
  yield* findTolerationsProblems(spec.tolerations ?? [], "spec.tolerations");
  for (const [index, { ip = "", hostnames = [] }] of (spec.hostAliases ?? []).entries()) {
    yield* findIpProblems(ip, `spec.hostAliases[${index}].ip`);
    for (const [at, name] of hostnames.entries()) yield* findFormatProblems(dnsSubdomain, `spec.hostAliases[${index}].hostnames[${at}]`, name);
  }
  if (priorityClassName !== "") yield* findFormatProblems(dnsSubdomain, "spec.priorityClassName", priorityClassName);
  if (spec.runtimeClassName !== undefined) yield* findFormatProblems(dnsSubdomain, "spec.runtimeClassName", spec.runtimeClassName);
  if (spec.preemptionPolicy !== undefined) yield* findConstantProblems(spec.preemptionPolicy, PREEMPTION_POLICIES, "spec.preemptionPolicy");
  yield* findResourcesProblems({ limits: spec.overhead ?? {} }, "spec.overhead");
}

/** Variables from files need a volume that the pod itself fills. */
function* findFileKeyProblems(spec: PodSpec): Generator<FieldProblem> {
  const volumes = new Map((spec.volumes ?? []).map((volume) => [volume.name ?? "", volume]));
  for (const { container, field } of placedContainers(spec)) {
    for (const [index, { valueFrom }] of (container.env ?? []).entries()) {
      if (valueFrom?.fileKeyRef === undefined) continue;
      const { volumeName = "" } = valueFrom.fileKeyRef;
      const place = `${field}.env[${index}].valueFrom.fileKeyRef.volumeName`;
      const volume = volumes.get(volumeName);
      if (volume === undefined) yield notFound(place, volumeName);
      else if (volume.emptyDir === undefined) yield invalid(place, volumeName, "referenced volume must be of type emptyDir");
    }
  }
}

/** A token is a service account's. */
function* findTokensOfNobody({ volumes = [] }: PodSpec): Generator<FieldProblem> {
  for (const [index, { projected }] of volumes.entries()) {
    for (const [at, { serviceAccountToken }] of (projected?.sources ?? []).entries()) {
      const place = `spec.volumes[${index}].projected.sources[${at}].serviceAccountToken`;
      if (serviceAccountToken !== undefined) yield forbidden(place, "must not be specified when serviceAccountName is not set");
    }
  }
}
