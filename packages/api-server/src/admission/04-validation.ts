/** The part of pod validation that tokens depend on (kubernetes-tokens.md, section 6.1). */
import { REFUSALS } from "../kubernetes-status.js";
import { type Pod, podName } from "./pod.js";

interface TokenProjection {
  readonly expirationSeconds?: number;
  readonly path?: string;
}

interface Problem {
  readonly field: string;
  readonly message: string;
}

/** @throws {KubernetesStatus} 422 with every problem found */
export function validatePod(pod: Pod): void {
  const problems = [...containerProblems(pod), ...tokenProblems(pod), ...mountProblems(pod)];
  if (problems.length > 0) throw REFUSALS.invalid("Pod", podName(pod), problems);
}

function containerProblems({ spec }: Pod): readonly Problem[] {
  return spec.containers?.length ? [] : [{ field: "spec.containers", message: "Required value" }];
}

function tokenProblems({ spec }: Pod): readonly Problem[] {
  return (spec.volumes ?? []).flatMap((volume, index) => {
    const { sources = [] } = (volume.projected ?? {}) as { readonly sources?: readonly { readonly serviceAccountToken?: TokenProjection }[] };
    return sources.flatMap(({ serviceAccountToken }, source) =>
      serviceAccountToken === undefined
        ? []
        : projectionProblems(serviceAccountToken, { volume: `spec.volumes[${index}].projected`, source: `sources[${source}].serviceAccountToken` }),
    );
  });
}

function projectionProblems(
  { expirationSeconds, path = "" }: TokenProjection,
  field: { readonly volume: string; readonly source: string },
): readonly Problem[] {
  const problems: Problem[] = [];
  const expirationField = `${field.volume}.${field.source}.expirationSeconds`;
  if (expirationSeconds !== undefined && expirationSeconds < 600)
    problems.push({ field: expirationField, message: `Invalid value: ${expirationSeconds}: may not specify a duration less than 10 minutes` });
  if (expirationSeconds !== undefined && expirationSeconds > 2 ** 32)
    problems.push({ field: expirationField, message: `Invalid value: ${expirationSeconds}: may not specify a duration larger than 2^32 seconds` });
  if (path === "") problems.push({ field: `${field.volume}.path`, message: "Required value" });
  if (path.startsWith("/")) problems.push({ field: `${field.volume}.path`, message: `Invalid value: "${path}": must be a relative path` });
  if (path.split("/").includes("..")) problems.push({ field: `${field.volume}.path`, message: `Invalid value: "${path}": must not contain '..'` });
  return problems;
}

function mountProblems({ spec }: Pod): readonly Problem[] {
  const names = new Set((spec.volumes ?? []).map(({ name }) => name));
  return (spec.containers ?? []).flatMap((container, index) => {
    const mounts = (container.volumeMounts ?? []) as readonly { readonly name: string; readonly mountPath: string }[];
    return mounts.flatMap(({ name, mountPath }, mount) => {
      const field = `spec.containers[${index}].volumeMounts[${mount}]`;
      const isRepeated = mounts.findIndex((other) => other.mountPath === mountPath) !== mount;
      return [
        ...(names.has(name) ? [] : [{ field: `${field}.name`, message: `Not found: "${name}"` }]),
        ...(isRepeated ? [{ field: `${field}.mountPath`, message: `Invalid value: "${mountPath}": must be unique` }] : []),
      ];
    });
  });
}
