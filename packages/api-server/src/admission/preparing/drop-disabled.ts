import type { PodSpec } from "../pod.js";
import type { Container } from "../types/container.js";
import type { Volume } from "../types/volume.js";

/**
 * A pod without what the server knows and does not serve unless told to: cluster trust bundles, pod certificates, scheduling groups, signals to stop.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
export function dropDisabled({ schedulingGroup: _, ...spec }: PodSpec): PodSpec {
  const { volumes, containers, initContainers, ephemeralContainers } = spec;
  return {
    ...spec,
    ...(volumes && { volumes: volumes.map(withoutDisabledSources) }),
    ...(containers && { containers: containers.map(withoutStopSignal) }),
    ...(initContainers && { initContainers: initContainers.map(withoutStopSignal) }),
    ...(ephemeralContainers && { ephemeralContainers: ephemeralContainers.map(withoutStopSignal) }),
  };
}

function withoutDisabledSources(volume: Volume): Volume {
  const { projected } = volume;
  if (projected?.sources === undefined) return volume;
  const sources = projected.sources.map(({ clusterTrustBundle: _bundle, podCertificate: _certificate, ...source }) => source);
  return { ...volume, projected: { ...projected, sources } };
}

function withoutStopSignal(container: Container): Container {
  if (container.lifecycle?.stopSignal === undefined) return container;
  const { lifecycle, ...rest } = container;
  const { stopSignal: _, ...handlers } = lifecycle;
  return Object.keys(handlers).length === 0 ? rest : { ...rest, lifecycle: handlers };
}
