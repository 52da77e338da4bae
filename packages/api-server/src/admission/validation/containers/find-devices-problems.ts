import { type FieldProblem, invalid, notFound, required } from "../../field-problem.js";
import type { Container, VolumeMount } from "../../types/container.js";
import type { Volume } from "../../types/volume.js";

/** Problems of where a container sees block devices, which only claims can be. */
export function* findDevicesProblems(
  { volumeDevices = [], volumeMounts = [] }: Container,
  volumes: ReadonlyMap<string, Volume>,
  field: string,
): Generator<FieldProblem> {
  const paths = new Set<string>();
  const names = new Set<string>();
  for (const [index, { name = "", devicePath = "" }] of volumeDevices.entries()) {
    const place = `${field}[${index}]`;
    if (name === "") yield required(`${place}.name`);
    if (names.has(name)) yield invalid(`${place}.name`, name, "must be unique");
    yield* findVolumeProblems(volumes.get(name), name, `${place}.name`);
    if (devicePath === "") yield required(`${place}.devicePath`);
    if (paths.has(devicePath)) yield invalid(`${place}.devicePath`, devicePath, "must be unique");
    if (devicePath.split("/").includes("..")) yield invalid(`${place}.devicePath`, devicePath, "can not contain backsteps ('..')");
    else paths.add(devicePath);
    if (volumeMounts.some((mount) => (mount.name ?? "") === name)) yield invalid(`${place}.name`, name, "must not already exist in volumeMounts");
    if (mountPaths(volumeMounts).includes(devicePath)) yield invalid(`${place}.devicePath`, devicePath, "must not already exist as a path in volumeMounts");
    if (name !== "") names.add(name);
  }
}

/** Of mounts of one volume the last one counts. */
function mountPaths(mounts: readonly VolumeMount[]): readonly string[] {
  return [...new Map(mounts.map(({ name = "", mountPath = "" }) => [name, mountPath])).values()];
}

function* findVolumeProblems(volume: Volume | undefined, name: string, field: string): Generator<FieldProblem> {
  if (volume === undefined) yield notFound(field, name);
  else if (volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined) {
    yield invalid(field, name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
  }
}
