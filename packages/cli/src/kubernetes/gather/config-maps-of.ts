import type { PodSpec } from "./kubernetes-object.js";

/** The names of the ConfigMaps that a pod's variables come from, each once. */
export function configMapsOf({ containers = [], initContainers = [] }: PodSpec): readonly string[] {
  const named = [...initContainers, ...containers].flatMap(({ env = [], envFrom = [] }) => [
    ...env.map(({ valueFrom }) => valueFrom?.configMapKeyRef?.name),
    ...envFrom.map(({ configMapRef }) => configMapRef?.name),
  ]);
  return [...new Set(named.flatMap((name) => name ?? []))];
}
