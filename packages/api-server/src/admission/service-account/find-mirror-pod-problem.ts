import type { Pod } from "../pod.js";
import type { Container } from "../types/container.js";
import type { Volume } from "../types/volume.js";

const MIRROR_ANNOTATION = "kubernetes.io/config.mirror";

/** Whether the pod stands for one that a kubelet runs by itself. */
export function isMirrorPod({ metadata }: Pod): boolean {
  return metadata.annotations?.[MIRROR_ANNOTATION] !== undefined;
}

/**
 * Why a mirror pod may not be: it would need the API for what it names.
 *
 * @returns Kubernetes' words, `null` for a pod that may be
 * @see kubernetes-tokens.md, section 7, point 1
 */
export function findMirrorPodProblem({ spec }: Pod): string | null {
  if (spec.serviceAccountName) return "a mirror pod may not reference service accounts";
  const { volumes = [], containers = [], initContainers = [], imagePullSecrets = [] } = spec;
  if (imagePullSecrets.length > 0 || volumes.some(hasSecret) || [...initContainers, ...containers].some(readsSecret)) {
    return "a mirror pod may not reference secrets";
  }
  const hasToken = volumes.some(({ projected }) => projected?.sources?.some((source) => source.serviceAccountToken !== undefined));
  return hasToken ? "a mirror pod may not use ServiceAccountToken volume projections" : null;
}

function hasSecret(volume: Volume): boolean {
  return volume.secret !== undefined || volume.projected?.sources?.some((source) => source.secret !== undefined) === true;
}

function readsSecret(container: Container): boolean {
  const { env = [], envFrom = [] } = container;
  return envFrom.some(({ secretRef }) => secretRef !== undefined) || env.some(({ valueFrom }) => valueFrom?.secretKeyRef !== undefined);
}
