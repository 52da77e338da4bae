/**
 * Members of the pod itself, as environment variables and files show them.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/pods
 */
import { canonicalQuantity, compareQuantities } from "@irsa-sim/kubernetes-types";
import { type FieldProblem, invalid, notSupported, required } from "../../field-problem.js";
import type { ObjectFieldSelector, ResourceFieldSelector } from "../../types/container.js";
import { qualifiedName } from "../formats/labels.js";

/** What a file can show. */
export const VOLUME_FIELDS = ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];
/** What a variable can show. */
export const VARIABLE_FIELDS = [
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
];
/** What the server knows by path at all. */
const KNOWN_FIELDS = [...VOLUME_FIELDS, ...VARIABLE_FIELDS, "spec.restartPolicy", "spec.schedulerName", "status.phase", "spec.host"];
const RESOURCES = ["limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory"];
const HUGE_PAGES = /^(limits|requests)\.hugepages-/;
const BYTE_DIVISORS = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];

/** Problems of a member by path. */
export function* findFieldRefProblems(
  { apiVersion = "", fieldPath = "" }: ObjectFieldSelector,
  supported: readonly string[],
  field: string,
): Generator<FieldProblem> {
  if (apiVersion === "") return yield required(`${field}.apiVersion`);
  if (fieldPath === "") return yield required(`${field}.fieldPath`);
  const { path, subscript } = split(fieldPath);
  const unknown = findPathProblem(apiVersion, path, subscript, fieldPath);
  if (unknown !== null) return yield invalid(`${field}.fieldPath`, fieldPath, `error converting fieldPath: ${unknown}`);
  if (subscript !== null) {
    const key = path === "metadata.annotations" ? subscript.toLowerCase() : subscript;
    for (const problem of qualifiedName(key)) yield invalid(field, key, problem);
    return;
  }
  const canonical = path === "spec.host" ? "spec.nodeName" : path;
  if (!supported.includes(canonical)) yield notSupported(`${field}.fieldPath`, canonical, supported);
}

function split(fieldPath: string): { readonly path: string; readonly subscript: string | null } {
  const [, path, subscript] = /^(.+?)\['(.*)'\]$/s.exec(fieldPath) ?? [];
  return path === undefined || subscript === undefined ? { path: fieldPath, subscript: null } : { path, subscript };
}

function findPathProblem(apiVersion: string, path: string, subscript: string | null, fieldPath: string): string | null {
  if (apiVersion !== "v1") return `unsupported pod version: ${apiVersion}`;
  if (subscript !== null) return path === "metadata.annotations" || path === "metadata.labels" ? null : `field label does not support subscript: ${fieldPath}`;
  return KNOWN_FIELDS.includes(path) ? null : `field label not supported: ${fieldPath}`;
}

/** Problems of an amount of a container; in a volume the container has to be named. */
export function* findResourceRefProblems(
  { containerName = "", resource = "", divisor = "0" }: ResourceFieldSelector,
  { isInVolume }: { readonly isInVolume: boolean },
  field: string,
): Generator<FieldProblem> {
  if (isInVolume && containerName === "") yield required(`${field}.containerName`);
  else if (resource === "") yield required(`${field}.resource`);
  else if (!RESOURCES.includes(resource) && !HUGE_PAGES.test(resource)) yield notSupported(`${field}.resource`, resource, RESOURCES);
  if (compareQuantities(divisor, "0") === 0) return;
  const rule = divisorRuleOf(resource);
  if (rule === null || rule.divisors.includes(canonicalQuantity(divisor))) return;
  yield invalid(`${field}.divisor`, resource, `only divisor's values ${rule.listed} are supported with the ${rule.name} resource`);
}

function divisorRuleOf(resource: string): { readonly divisors: readonly string[]; readonly listed: string; readonly name: string } | null {
  if (/^(limits|requests)\.cpu$/.test(resource)) return { divisors: ["1m", "1"], listed: "1m and 1", name: "cpu" };
  const bytes = { divisors: BYTE_DIVISORS, listed: BYTE_DIVISORS.join(", ") };
  if (/^(limits|requests)\.memory$/.test(resource)) return { ...bytes, name: "memory" };
  if (/^(limits|requests)\.ephemeral-storage$/.test(resource)) return { ...bytes, name: "local ephemeral storage" };
  return HUGE_PAGES.test(resource) ? { ...bytes, name: "hugepages" } : null;
}
