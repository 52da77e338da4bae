import { foldName, type GoValue } from "@irsa-sim/kubernetes-types";
import type { Pod } from "../kubernetes-types/pod.js";

/**
 * Finds what a pod loses when its lists of containers are written anew from the typed copy: members that the webhook's types do not have.
 *
 * @param object the pod as it came
 * @returns places, such as `spec.initContainers[0].restartPolicy`
 */
export function findDroppedFields(object: GoValue, { spec }: Pod): readonly string[] {
  return ["containers", "initContainers"].flatMap((list) => lost(memberOf(memberOf(object, "spec"), list), spec?.[list], `spec.${list}`));
}

function lost(sent: GoValue | undefined, kept: unknown, place: string): readonly string[] {
  if (sent?.kind === "array") return sent.items.flatMap((item, index) => lost(item, Array.isArray(kept) ? kept[index] : undefined, `${place}[${index}]`));
  if (sent?.kind !== "object" || !isObject(kept)) return [];
  const names = new Map(Object.keys(kept).map((name) => [foldName(name), name]));
  return sent.members.flatMap(([name, value]) => {
    const keptName = names.get(foldName(name));
    if (keptName !== undefined) return lost(value, kept[keptName], `${place}.${name}`);
    return value.kind === "null" ? [] : [`${place}.${name}`];
  });
}

function memberOf(value: GoValue | undefined, name: string): GoValue | undefined {
  return value?.kind === "object" ? value.members.findLast(([key]) => foldName(key) === foldName(name))?.[1] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
