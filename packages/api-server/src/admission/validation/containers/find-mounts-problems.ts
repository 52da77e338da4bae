import { type FieldProblem, forbidden, invalid, notFound, notSupported, required } from "../../field-problem.js";
import type { Container, VolumeDevice, VolumeMount } from "../../types/container.js";
import type { Volume } from "../../types/volume.js";
import { findDescendingPathProblems } from "../formats/paths.js";

const PROPAGATIONS = ["Bidirectional", "HostToContainer", "None"];
const RECURSIONS = ["Disabled", "Enabled", "IfPossible"];

/**
 * Problems of where a container sees volumes.
 *
 * @param volumes those of the pod that have no problem
 */
export function* findMountsProblems(container: Container, volumes: ReadonlyMap<string, Volume>, field: string): Generator<FieldProblem> {
  const { volumeMounts = [], volumeDevices = [] } = container;
  const paths = new Set<string>();
  for (const [index, mount] of volumeMounts.entries()) {
    const { name = "", mountPath = "" } = mount;
    const place = `${field}[${index}]`;
    if (name === "") yield required(`${place}.name`);
    if (!volumes.has(name)) yield notFound(`${place}.name`, name);
    if (mountPath === "") yield required(`${place}.mountPath`);
    if (paths.has(mountPath)) yield invalid(`${place}.mountPath`, mountPath, "must be unique");
    paths.add(mountPath);
    if (volumeDevices.some((device) => (device.name ?? "") === name)) yield invalid(`${place}.name`, name, "must not already exist in volumeDevices");
    if (devicePaths(volumeDevices).includes(mountPath)) yield invalid(`${place}.mountPath`, mountPath, "must not already exist as a path in volumeDevices");
    yield* findSubPathProblems(mount, place, field);
    yield* findPropagationProblems(mount, container, field);
    yield* findRecursionProblems(mount, field);
  }
}

/** Of devices of one name the last one counts. */
function devicePaths(devices: readonly VolumeDevice[]): readonly string[] {
  return [...new Map(devices.map(({ name = "", devicePath = "" }) => [name, devicePath])).values()];
}

/** Paths within a volume are told of the list, without the mount's position. */
function* findSubPathProblems({ subPath = "", subPathExpr = "" }: VolumeMount, place: string, field: string): Generator<FieldProblem> {
  if (subPath !== "") yield* findDescendingPathProblems(subPath, `${field}.subPath`);
  if (subPathExpr === "") return;
  if (subPath !== "") yield invalid(`${place}.subPathExpr`, subPathExpr, "subPathExpr and subPath are mutually exclusive");
  yield* findDescendingPathProblems(subPathExpr, `${field}.subPathExpr`);
}

function* findPropagationProblems({ mountPropagation }: VolumeMount, { securityContext }: Container, field: string): Generator<FieldProblem> {
  if (mountPropagation === undefined) return;
  const place = `${field}.mountPropagation`;
  if (!PROPAGATIONS.includes(mountPropagation)) yield notSupported(place, mountPropagation, PROPAGATIONS);
  if (mountPropagation !== "Bidirectional" || securityContext?.privileged === true) return;
  yield forbidden(place, "Bidirectional mount propagation is available only to privileged containers");
}

function* findRecursionProblems({ recursiveReadOnly, readOnly = false, mountPropagation = "None" }: VolumeMount, field: string): Generator<FieldProblem> {
  if (recursiveReadOnly === undefined || recursiveReadOnly === "Disabled") return;
  const place = `${field}.recursiveReadOnly`;
  if (!RECURSIONS.includes(recursiveReadOnly)) return yield notSupported(place, recursiveReadOnly, RECURSIONS);
  if (!readOnly) yield forbidden(place, "may only be specified when readOnly is true");
  if (mountPropagation !== "None") yield forbidden(place, "may only be specified when mountPropagation is None or not specified");
}
