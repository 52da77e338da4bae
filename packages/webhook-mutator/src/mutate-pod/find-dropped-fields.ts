import type { Pod } from "../kubernetes-types/pod.js";

/**
 * Finds what a pod loses when its lists of containers are written anew from the typed copy: members that the webhook's types do not have.
 *
 * @param object the pod as it came
 * @returns places, such as `spec.initContainers[0].restartPolicy`
 */
export function findDroppedFields(object: unknown, { spec }: Pod): readonly string[] {
  const sent = (object as { readonly spec?: Readonly<Record<string, unknown>> } | null)?.spec ?? {};
  return ["containers", "initContainers"].flatMap((list) => lost(sent[list], spec?.[list], `spec.${list}`));
}

function lost(sent: unknown, kept: unknown, place: string): readonly string[] {
  if (Array.isArray(sent)) return sent.flatMap((item, index) => lost(item, Array.isArray(kept) ? kept[index] : undefined, `${place}[${index}]`));
  if (!isObject(sent) || !isObject(kept)) return [];
  const names = new Map(Object.keys(kept).map((name) => [name.toLowerCase(), name]));
  return Object.entries(sent).flatMap(([name, value]) => {
    const keptName = names.get(name.toLowerCase());
    if (keptName !== undefined) return lost(value, kept[keptName], `${place}.${name}`);
    return value === null ? [] : [`${place}.${name}`];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
