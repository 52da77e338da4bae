/**
 * A container's variables. Those of ConfigMaps and Secrets are read before the container starts; what is missing there keeps it from starting.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
import type { Span } from "@irsa-sim/core";
import type { ObjectCache, ObjectReference } from "./objects/object-cache.js";
import { type Container, containersOf, fieldOf, type KeyReference, type Pod } from "./pod.js";

/** What ConfigMaps and Secrets hold, by `KIND/NAME`; `null` for one that is not there. */
export type VariableSources = ReadonlyMap<string, ReadonlyMap<string, Uint8Array> | null>;

/** A variable has no value: the kubelet's own words, as `CreateContainerConfigError` tells them. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** The ConfigMaps and Secrets that a pod's containers take variables from. */
export function variableSourcesOf(pod: Pod): readonly ObjectReference[] {
  const { namespace } = pod.metadata;
  const references = containersOf(pod).flatMap(({ env = [], envFrom = [] }) => [
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [...toReference("ConfigMap", configMapRef), ...toReference("Secret", secretRef)]),
    ...env.flatMap(({ valueFrom }) => [...toReference("ConfigMap", valueFrom?.configMapKeyRef), ...toReference("Secret", valueFrom?.secretKeyRef)]),
  ]);
  return [...new Map(references.map(({ kind, name }) => [`${kind}/${name}`, { kind, namespace, name }] as const)).values()];
}

function toReference(kind: ObjectReference["kind"], source: { readonly name: string } | undefined): readonly Pick<ObjectReference, "kind" | "name">[] {
  return source === undefined ? [] : [{ kind, name: source.name }];
}

/**
 * Reads what a pod's variables come from.
 *
 * @throws {VolumeError} when the API server refuses or cannot be reached
 */
export async function readVariableSources(pod: Pod, objects: ObjectCache, root: Span): Promise<VariableSources> {
  const sources = new Map<string, ReadonlyMap<string, Uint8Array> | null>();
  for (const reference of variableSourcesOf(pod)) sources.set(`${reference.kind}/${reference.name}`, await objects.read(reference, root));
  return sources;
}

/**
 * The container's variables: first whole objects in their order, then single variables, which win. `$(NAME)` stands for a variable defined before, `$$` for a dollar sign; what is
 * unknown stays as written.
 *
 * @throws {EnvironmentError} for an object or a key that is not there and not optional
 * @see webhook.md, section 6.2
 */
export function resolveEnvironment(pod: Pod, { env = [], envFrom = [] }: Container, sources: VariableSources): Readonly<Record<string, string>> {
  const environment: Record<string, string> = {};
  for (const { prefix = "", configMapRef, secretRef } of envFrom) {
    for (const [kind, reference] of [["ConfigMap", configMapRef] as const, ["Secret", secretRef] as const]) {
      if (reference === undefined) continue;
      const content = contentOf(sources, kind, reference);
      for (const [key, value] of content ?? []) environment[`${prefix}${key}`] = decode(value);
    }
  }
  for (const { name, value, valueFrom = {} } of env) {
    const { fieldRef, configMapKeyRef, secretKeyRef } = valueFrom;
    if (fieldRef !== undefined) environment[name] = fieldOf(pod, fieldRef.fieldPath) ?? "";
    else if (configMapKeyRef !== undefined || secretKeyRef !== undefined) {
      const read =
        configMapKeyRef === undefined
          ? keyOf(pod, sources, { kind: "Secret", reference: secretKeyRef as KeyReference })
          : keyOf(pod, sources, { kind: "ConfigMap", reference: configMapKeyRef });
      if (read !== null) environment[name] = read;
    } else environment[name] = expand(value ?? "", environment);
  }
  return environment;
}

function contentOf(
  sources: VariableSources,
  kind: ObjectReference["kind"],
  { name, optional = false }: { readonly name: string; readonly optional?: boolean },
): ReadonlyMap<string, Uint8Array> | null {
  const content = sources.get(`${kind}/${name}`) ?? null;
  if (content === null && !optional) throw new EnvironmentError(`${kind.toLowerCase()} "${name}" not found`);
  return content;
}

/** `null` for one that is left out. */
function keyOf(
  { metadata }: Pod,
  sources: VariableSources,
  { kind, reference }: { readonly kind: ObjectReference["kind"]; readonly reference: KeyReference },
): string | null {
  const { name, key, optional = false } = reference;
  const value = contentOf(sources, kind, reference)?.get(key);
  if (value === undefined && !optional) throw new EnvironmentError(`couldn't find key ${key} in ${kind} ${metadata.namespace}/${name}`);
  return value === undefined ? null : decode(value);
}

function decode(value: Uint8Array): string {
  return new TextDecoder().decode(value);
}

function expand(value: string, environment: Readonly<Record<string, string>>): string {
  return value.replaceAll(/\$\$|\$\(([^)]+)\)/g, (reference, name: string | undefined) => (name === undefined ? "$" : (environment[name] ?? reference)));
}
