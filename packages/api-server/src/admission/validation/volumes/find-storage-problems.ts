/**
 * Validation of the kinds of storage that drivers have replaced: the members that they cannot do without.
 * Leaves out: the forms of their members.
 */
import type { JsonObject } from "@irsa-sim/core";
import { type FieldProblem, invalid, required } from "../../field-problem.js";

interface StorageRule {
  readonly needs: readonly string[];
  /** Where problems are told of, when it is not the kind's own member. */
  readonly toldOf?: string;
}

const RULES: Readonly<Record<string, StorageRule>> = {
  gcePersistentDisk: { needs: ["pdName"], toldOf: "persistentDisk" },
  awsElasticBlockStore: { needs: ["volumeID"] },
  nfs: { needs: ["server", "path"] },
  iscsi: { needs: ["targetPortal", "iqn"] },
  glusterfs: { needs: ["endpoints", "path"] },
  rbd: { needs: ["monitors", "image"] },
  cinder: { needs: ["volumeID"] },
  cephfs: { needs: ["monitors"] },
  quobyte: { needs: ["volume"] },
  flexVolume: { needs: ["driver"] },
  azureFile: { needs: ["secretName", "shareName"] },
  vsphereVolume: { needs: ["volumePath"] },
  photonPersistentDisk: { needs: ["pdID"] },
  portworxVolume: { needs: ["volumeID"] },
  azureDisk: { needs: ["diskName", "diskURI"] },
  storageos: { needs: ["volumeName"] },
  scaleIO: { needs: ["gateway", "system", "volumeName"] },
};

/** Problems of such a source. */
export function* findStorageProblems(kind: string, volume: JsonObject, field: string): Generator<FieldProblem> {
  const { needs = [], toldOf = kind } = RULES[kind] ?? {};
  const source = (volume[kind] ?? {}) as JsonObject;
  for (const member of needs) if (isEmpty(source[member])) yield required(`${field}.${toldOf}.${member}`);
  const { path = "" } = source;
  if (kind === "nfs" && !String(path).startsWith("/")) yield invalid(`${field}.nfs.path`, path, "must be an absolute path");
}

function isEmpty(value: JsonObject[string] | undefined): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
