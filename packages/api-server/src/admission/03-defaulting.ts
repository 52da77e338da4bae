import type { JsonObject } from "@irsa-sim/core";
import type { Pod } from "./pod.js";

const DEFAULT_MODE = 0o644;

/** The defaults that a stored pod always carries, also for what a webhook added. */
export function applyDefaults(pod: Pod): Pod {
  const { spec } = pod;
  return {
    apiVersion: "v1",
    kind: "Pod",
    ...pod,
    spec: {
      restartPolicy: "Always",
      dnsPolicy: "ClusterFirst",
      terminationGracePeriodSeconds: 30,
      schedulerName: "default-scheduler",
      ...spec,
      ...(spec.volumes ? { volumes: spec.volumes.map(withDefaultMode) } : {}),
    },
  };
}

function withDefaultMode(volume: JsonObject): JsonObject {
  const { projected } = volume as { readonly projected?: JsonObject };
  return projected === undefined || "defaultMode" in projected ? volume : { ...volume, projected: { ...projected, defaultMode: DEFAULT_MODE } };
}
