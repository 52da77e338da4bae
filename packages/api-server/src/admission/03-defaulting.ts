/**
 * The defaults that a stored pod always carries, also for what a webhook added.
 * Leaves out: defaults of probes, resources and volumes other than projected and empty ones, and what other plugins add, such as tolerations.
 */
import type { JsonObject } from "@irsa-sim/core";
import type { Container, Pod, Volume, VolumeProjection } from "./pod.js";

const DEFAULT_MODE = 0o644;
const DEFAULT_EXPIRATION_SECONDS = 3600;

/** Fills in what is absent; applying it again changes nothing. */
export function applyPodDefaults(pod: Pod): Pod {
  const { spec } = pod;
  const serviceAccountName = spec.serviceAccountName || spec.serviceAccount;
  return {
    ...pod,
    spec: {
      ...spec,
      ...(spec.volumes === undefined ? {} : { volumes: spec.volumes.map(withVolumeDefaults) }),
      ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(withContainerDefaults) }),
      ...(spec.containers === undefined ? {} : { containers: spec.containers.map(withContainerDefaults) }),
      ...(serviceAccountName === undefined ? {} : { serviceAccountName, serviceAccount: serviceAccountName }),
      ...absent(spec, {
        restartPolicy: "Always",
        terminationGracePeriodSeconds: 30,
        dnsPolicy: "ClusterFirst",
        securityContext: {},
        schedulerName: "default-scheduler",
        enableServiceLinks: true,
      }),
    },
  };
}

function withContainerDefaults(container: Container): Container {
  const { env, ports } = container;
  return {
    ...container,
    ...(ports === undefined ? {} : { ports: ports.map((port) => ({ ...port, ...absent(port, { protocol: "TCP" }) })) }),
    ...(env === undefined ? {} : { env: env.map(withFieldRefDefaults) }),
    ...absent(container, {
      resources: {},
      terminationMessagePath: "/dev/termination-log",
      terminationMessagePolicy: "File",
      imagePullPolicy: /:(?!latest$)[^/]*$|@/.test(container.image ?? "") ? "IfNotPresent" : "Always",
    }),
  };
}

function withFieldRefDefaults(variable: NonNullable<Container["env"]>[number]): NonNullable<Container["env"]>[number] {
  const { valueFrom } = variable;
  if (valueFrom?.fieldRef === undefined) return variable;
  return { ...variable, valueFrom: { ...valueFrom, fieldRef: { ...absent(valueFrom.fieldRef, { apiVersion: "v1" }), ...valueFrom.fieldRef } } };
}

function withVolumeDefaults(volume: Volume): Volume {
  const { projected } = volume;
  if (projected === undefined) return Object.keys(volume).every((key) => key === "name") ? { ...volume, emptyDir: {} } : volume;
  const sources = projected.sources === undefined ? {} : { sources: projected.sources.map(withProjectionDefaults) };
  return { ...volume, projected: { ...projected, ...sources, ...absent(projected, { defaultMode: DEFAULT_MODE }) } };
}

function withProjectionDefaults(projection: VolumeProjection): VolumeProjection {
  const { serviceAccountToken } = projection;
  if (serviceAccountToken === undefined) return projection;
  return { ...projection, serviceAccountToken: { ...absent(serviceAccountToken, { expirationSeconds: DEFAULT_EXPIRATION_SECONDS }), ...serviceAccountToken } };
}

/** The members of `defaults` that `object` has not. */
function absent(object: JsonObject, defaults: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(defaults).filter(([key]) => object[key] === undefined || object[key] === null));
}
