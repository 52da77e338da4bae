import type { PodSpec } from "../pod.js";
import type { Container } from "../types/container.js";

/** A service account, as far as its pods' secrets depend on it. */
export interface SecretOwner {
  readonly metadata: { readonly name: string; readonly annotations?: { readonly [key: string]: string } };
  readonly secrets?: readonly { readonly name?: string }[];
  readonly imagePullSecrets?: readonly { readonly name?: string }[];
}

const ENFORCED = "kubernetes.io/enforce-mountable-secrets";
/** As Go reads a truth. */
const TRUE = ["1", "t", "T", "TRUE", "true", "True"];

/**
 * Why a pod may not use a Secret: its service account lists those that its pods may, and not this one.
 *
 * @returns Kubernetes' words, `null` for a pod that may be
 */
export function findSecretProblem(spec: PodSpec, { metadata, secrets = [], imagePullSecrets = [] }: SecretOwner): string | null {
  const { name, annotations = {} } = metadata;
  if (!TRUE.includes(annotations[ENFORCED] ?? "")) return null;
  const listed = new Set(secrets.map((secret) => secret.name ?? ""));
  const refused = (what: string) => `${what} is not allowed because service account ${name} does not reference that secret`;
  for (const { secret } of spec.volumes ?? []) {
    if (secret !== undefined && !listed.has(secret.secretName ?? "")) return refused(`volume with secret.secretName="${secret.secretName ?? ""}"`);
  }
  for (const [kind, containers] of [["init container", spec.initContainers ?? []] as const, ["container", spec.containers ?? []] as const]) {
    const found = containers.map((container) => findReference(container, listed)).find((reference) => reference !== null);
    if (found) return refused(`${kind} ${found}`);
  }
  const pulled = new Set(imagePullSecrets.map((secret) => secret.name ?? ""));
  const index = (spec.imagePullSecrets ?? []).findIndex((secret) => !pulled.has(secret.name ?? ""));
  if (index < 0) return null;
  const secret = `imagePullSecrets[${index}].name="${spec.imagePullSecrets?.[index]?.name ?? ""}"`;
  return `${secret} is not allowed because service account ${name} does not reference that imagePullSecret`;
}

function findReference({ name = "", env = [], envFrom = [] }: Container, listed: ReadonlySet<string>): string | null {
  for (const variable of env) {
    const secret = variable.valueFrom?.secretKeyRef;
    if (secret !== undefined && !listed.has(secret.name ?? ""))
      return `${name} with envVar ${variable.name ?? ""} referencing secret.secretName="${secret.name ?? ""}"`;
  }
  for (const { secretRef } of envFrom) {
    if (secretRef !== undefined && !listed.has(secretRef.name ?? "")) return `${name} with envFrom referencing secret.secretName="${secretRef.name ?? ""}"`;
  }
  return null;
}
