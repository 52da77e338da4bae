/**
 * Where a volume's files come from: one kind of source, and what each kind demands.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/validation#ValidateVolumes
 */
import { type FieldProblem, forbidden, invalid, notSupported, type Problems, required } from "../../field-problem.js";
import type { Volume } from "../../types/volume.js";
import { findPullPolicyProblems } from "../containers/find-pull-policy-problems.js";
import { dnsSubdomain } from "../formats/names.js";
import { findBackstepProblems, findDescendingPathProblems } from "../formats/paths.js";
import { isNegative } from "../resources/amounts.js";
import { findClaimTemplateProblems } from "./find-claim-template-problems.js";
import { findCsiProblems } from "./find-csi-problems.js";
import { findDownwardApiProblems } from "./find-downward-api-problems.js";
import { findKeyedVolumeProblems } from "./find-items-problems.js";
import { findProjectedProblems } from "./find-projected-problems.js";
import { findStorageProblems } from "./find-storage-problems.js";

/** In the order in which they are looked at, with the name by which a second one is refused where that differs. */
const KINDS: readonly (readonly [kind: string, refusedAs?: string])[] = [
  ["emptyDir"],
  ["hostPath"],
  ["gitRepo"],
  ["gcePersistentDisk"],
  ["awsElasticBlockStore"],
  ["secret"],
  ["nfs"],
  ["iscsi"],
  ["glusterfs"],
  ["flocker"],
  ["persistentVolumeClaim"],
  ["rbd"],
  ["cinder"],
  ["cephfs", "cephFS"],
  ["quobyte"],
  ["downwardAPI", "downwarAPI"],
  ["fc"],
  ["flexVolume"],
  ["configMap"],
  ["azureFile"],
  ["vsphereVolume"],
  ["photonPersistentDisk"],
  ["portworxVolume"],
  ["azureDisk"],
  ["storageos"],
  ["projected"],
  ["scaleIO"],
  ["csi"],
  ["ephemeral"],
  ["image"],
];

const HOST_PATH_TYPES = ["", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"];

/** Problems of a volume's source; the first kind counts, and each further one is refused. */
export function* findSourceProblems(volume: Volume, field: string, podName: string): Generator<FieldProblem> {
  const [first, ...others] = KINDS.filter(([kind]) => volume[kind] !== undefined);
  if (first === undefined) return yield required(field, "must specify a volume type");
  yield* findKindProblems(first[0], volume, field, podName);
  for (const [kind, refusedAs = kind] of others) yield forbidden(`${field}.${refusedAs}`, "may not specify more than 1 volume type");
}

function findKindProblems(kind: string, volume: Volume, field: string, podName: string): Problems {
  const { emptyDir = {}, hostPath = {}, gitRepo = {}, secret = {}, configMap = {}, persistentVolumeClaim = {}, downwardAPI = {}, projected = {} } = volume;
  const { csi = {}, ephemeral = {}, image = {}, name = "" } = volume;
  const place = `${field}.${kind}`;
  switch (kind) {
    case "emptyDir":
      return isNegative(emptyDir.sizeLimit ?? "0") ? [forbidden(`${place}.sizeLimit`, "SizeLimit field must be a valid resource quantity")] : [];
    case "hostPath":
      return findHostPathProblems(hostPath, place);
    case "gitRepo":
      return findGitRepoProblems(gitRepo, place);
    case "secret":
      return findKeyedVolumeProblems({ ...secret, nameField: "secretName", name: secret.secretName ?? "" }, place);
    case "configMap":
      return findKeyedVolumeProblems({ ...configMap, nameField: "name", name: configMap.name ?? "" }, place);
    case "persistentVolumeClaim":
      return persistentVolumeClaim.claimName ? [] : [required(`${place}.claimName`)];
    case "downwardAPI":
      return findDownwardApiProblems(downwardAPI, place);
    case "projected":
      return findProjectedProblems(projected, place);
    case "csi":
      return findCsiProblems(csi, place);
    case "ephemeral":
      return findEphemeralProblems(ephemeral, { field, name, podName });
    case "image":
      return findImageProblems(image, place);
    default:
      return findStorageProblems(kind, volume, field);
  }
}

function* findHostPathProblems({ path = "", type = "" }: NonNullable<Volume["hostPath"]>, field: string): Generator<FieldProblem> {
  if (path === "") return yield required(`${field}.path`);
  yield* findBackstepProblems(path, `${field}.path`);
  if (!HOST_PATH_TYPES.includes(type)) yield notSupported(`${field}.type`, type, HOST_PATH_TYPES);
}

function* findGitRepoProblems({ repository = "", directory = "" }: NonNullable<Volume["gitRepo"]>, field: string): Generator<FieldProblem> {
  if (repository === "") yield required(`${field}.repository`);
  yield* findDescendingPathProblems(directory, `${field}.directory`);
}

function* findEphemeralProblems(
  { volumeClaimTemplate }: NonNullable<Volume["ephemeral"]>,
  { field, name, podName }: { readonly field: string; readonly name: string; readonly podName: string },
): Generator<FieldProblem> {
  const template = `${field}.ephemeral.volumeClaimTemplate`;
  if (volumeClaimTemplate === undefined) yield required(template);
  else yield* findClaimTemplateProblems(volumeClaimTemplate, template);
  if (podName === "" || name === "") return;
  const claim = `${podName}-${name}`;
  for (const problem of dnsSubdomain(claim)) yield invalid(`${field}.name`, name, `PVC name "${claim}": ${problem}`);
}

function* findImageProblems({ reference = "", pullPolicy = "" }: NonNullable<Volume["image"]>, field: string): Generator<FieldProblem> {
  if (reference === "") yield required(`${field}.reference`);
  yield* findPullPolicyProblems(pullPolicy, `${field}.pullPolicy`);
}
