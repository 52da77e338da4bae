import type { JsonObject } from "@irsa-sim/core";
import type { DownwardApiFile, Volume, VolumeProjection } from "../types/volume.js";
import { whereAbsent, whereUndefined } from "./absent.js";
import { isPulledAlways } from "./is-pulled-always.js";
import { roundedResources } from "./rounded-resources.js";

const DEFAULT_MODE = 0o644;
const DEFAULT_EXPIRATION_SECONDS = 3600;
const WITH_MODE = ["secret", "configMap", "downwardAPI", "projected"] as const;

/** Kinds of storage that drivers have replaced, with the members that are filled in where they are empty. */
const STORAGE: Readonly<Record<string, JsonObject>> = {
  iscsi: { iscsiInterface: "default" },
  rbd: { pool: "rbd", user: "admin", keyring: "/etc/ceph/keyring" },
  scaleIO: { storageMode: "ThinProvisioned", fsType: "xfs" },
};
/** The same with members of which every value counts. */
const DISKS: Readonly<Record<string, JsonObject>> = {
  azureDisk: { cachingMode: "ReadWrite", fsType: "ext4", readOnly: false, kind: "Shared" },
};

/**
 * A volume with its defaults; one of nothing is an empty directory.
 *
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/v1#SetDefaults_Volume
 */
export function withVolumeDefaults(volume: Volume): Volume {
  const [kind] = Object.keys(volume).filter((member) => member !== "name");
  if (kind === undefined) return { ...volume, emptyDir: {} };
  const { hostPath, downwardAPI, projected, ephemeral, image } = volume;
  const modes = WITH_MODE.flatMap((member) => {
    const source = volume[member];
    return source === undefined ? [] : [[member, { ...source, ...whereUndefined(source, { defaultMode: DEFAULT_MODE }) }] as const];
  });
  const filled: Volume = {
    ...volume,
    ...Object.fromEntries(modes),
    ...(hostPath && { hostPath: { ...hostPath, ...whereUndefined(hostPath, { type: "" }) } }),
    ...(image && { image: { ...image, ...whereAbsent(image, { pullPolicy: isPulledAlways(image.reference ?? "") ? "Always" : "IfNotPresent" }) } }),
    ...(ephemeral && { ephemeral: withClaimDefaults(ephemeral) }),
    ...storageDefaults(volume),
  };
  return {
    ...filled,
    ...(downwardAPI?.items && { downwardAPI: { ...filled.downwardAPI, items: downwardAPI.items.map(withFileDefaults) } }),
    ...(projected?.sources && { projected: { ...filled.projected, sources: projected.sources.map(withProjectionDefaults) } }),
  };
}

function storageDefaults(volume: Volume): JsonObject {
  const of = (table: Readonly<Record<string, JsonObject>>, fill: typeof whereAbsent) =>
    Object.entries(table).flatMap(([kind, defaults]) => {
      const source = volume[kind] as JsonObject | undefined;
      return source === undefined ? [] : [[kind, { ...source, ...fill(source, defaults) } as JsonObject] as const];
    });
  return Object.fromEntries([...of(STORAGE, whereAbsent), ...of(DISKS, whereUndefined)]);
}

function withClaimDefaults(ephemeral: NonNullable<Volume["ephemeral"]>): NonNullable<Volume["ephemeral"]> {
  const { volumeClaimTemplate: template } = ephemeral;
  if (template === undefined) return ephemeral;
  const { spec = {} } = template;
  const rounded = { ...spec, resources: roundedResources(spec.resources ?? {}), ...whereUndefined(spec, { volumeMode: "Filesystem" }) };
  return { ...ephemeral, volumeClaimTemplate: { ...template, spec: rounded } };
}

function withFileDefaults(file: DownwardApiFile): DownwardApiFile {
  const { fieldRef } = file;
  return fieldRef === undefined ? file : { ...file, fieldRef: { ...fieldRef, ...whereAbsent(fieldRef, { apiVersion: "v1" }) } };
}

function withProjectionDefaults(projection: VolumeProjection): VolumeProjection {
  const { downwardAPI, serviceAccountToken: token } = projection;
  return {
    ...projection,
    ...(downwardAPI?.items && { downwardAPI: { ...downwardAPI, items: downwardAPI.items.map(withFileDefaults) } }),
    ...(token && { serviceAccountToken: { ...token, ...whereUndefined(token, { expirationSeconds: DEFAULT_EXPIRATION_SECONDS }) } }),
  };
}
