import type { JsonObject, Random } from "@irsa-sim/core";
import { ROOT_CA_CONFIG_MAP } from "../../storage/furnish-namespace.js";
import { NAME_ALPHABET } from "../../storage/name-alphabet.js";
import type { PodSpec } from "../pod.js";
import type { Container } from "../types/container.js";
import type { Volume } from "../types/volume.js";

const PREFIX = "kube-api-access-";
const MOUNT_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
const EXPIRATION_SECONDS = 3607;

/** A fresh name for the volume: the prefix and five characters. */
export function createApiAccessName(random: Random): string {
  return `${PREFIX}${random.text(5, NAME_ALPHABET)}`;
}

/**
 * Mounts the token for the API server into every container that has nothing at its place, and adds the volume where it was mounted anew.
 * Applying it again changes nothing.
 *
 * @param createName called when no volume of the kind is there yet
 * @see kubernetes-tokens.md, section 7, point 4
 */
export function addApiAccessVolume(spec: PodSpec, createName: () => string): PodSpec {
  const present = spec.volumes?.find((volume) => volume.name?.startsWith(PREFIX));
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  if (containers.every(isMounted)) return spec;
  const name = present?.name ?? createName();
  const mount = (container: Container): Container => (isMounted(container) ? container : withMount(container, name));
  return {
    ...spec,
    ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(mount) }),
    ...(spec.containers === undefined ? {} : { containers: spec.containers.map(mount) }),
    ...(present === undefined ? { volumes: [...(spec.volumes ?? []), volumeNamed(name)] } : {}),
  };
}

function isMounted({ volumeMounts = [] }: Container): boolean {
  return volumeMounts.some(({ mountPath }) => mountPath === MOUNT_PATH);
}

function withMount(container: Container, name: string): Container {
  return { ...container, volumeMounts: [...(container.volumeMounts ?? []), { name, readOnly: true, mountPath: MOUNT_PATH }] };
}

function volumeNamed(name: string): Volume {
  const sources: readonly JsonObject[] = [
    { serviceAccountToken: { expirationSeconds: EXPIRATION_SECONDS, path: "token" } },
    { configMap: { name: ROOT_CA_CONFIG_MAP, items: [{ key: "ca.crt", path: "ca.crt" }] } },
    { downwardAPI: { items: [{ path: "namespace", fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" } }] } },
  ];
  return { name, projected: { defaultMode: 0o644, sources } };
}
