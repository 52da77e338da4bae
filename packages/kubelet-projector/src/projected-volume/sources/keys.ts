import type { ObjectReference } from "../../objects/object-cache.js";
import { type KeysSource, type Pod, projectedSourcesOf } from "../../pod.js";
import { VolumeError } from "../volume-error.js";
import type { SourceContext, SourceFile } from "./volume-source.js";

/**
 * The files of a ConfigMap or Secret: one a key, or one an item.
 *
 * @throws {VolumeError} when the object or a key that an item names is not there, and the source is not optional
 */
export async function projectKeys(
  kind: ObjectReference["kind"],
  { name, items, optional = false }: KeysSource,
  { pod, objects, span }: SourceContext,
): Promise<readonly SourceFile[]> {
  const content = await objects.read({ kind, namespace: pod.metadata.namespace, name }, span);
  if (content === null) {
    if (optional) return [];
    throw new VolumeError(`${kind.toLowerCase()} "${name}" not found`);
  }
  if (items === undefined || items.length === 0) return [...content].map(([path, bytes]) => ({ path, content: bytes, mode: null, isToken: false }));
  return items.flatMap(({ key, path, mode = null }) => {
    const bytes = content.get(key);
    if (bytes !== undefined) return [{ path, content: bytes, mode, isToken: false }];
    if (optional) return [];
    throw new VolumeError(kind === "Secret" ? `references non-existent secret key: ${key}` : `configmap references non-existent config key: ${key}`);
  });
}

/** The ConfigMaps and Secrets that a pod shows. */
export function objectsOf(pod: Pod): readonly ObjectReference[] {
  const { namespace } = pod.metadata;
  return projectedSourcesOf(pod).flatMap(({ configMap, secret }) => [
    ...(configMap === undefined ? [] : [{ kind: "ConfigMap" as const, namespace, name: configMap.name }]),
    ...(secret === undefined ? [] : [{ kind: "Secret" as const, namespace, name: secret.name }]),
  ]);
}
