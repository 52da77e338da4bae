/**
 * The JSON Patch (RFC 6902) between a pod and the mutated pod, byte for byte: `add` throughout, the volume first, then whole lists of containers.
 * @see webhook.md, section 7
 */
import { encodeStructure } from "../kubernetes-types/encode-structure.js";
import type { Container, Pod, Volume } from "../kubernetes-types/pod.js";
import { goArray, goObject, goString } from "./go-json.js";

/** Writes the patch; lists of containers stand in it changed or not. */
export function podPatch(before: Pod, after: Pod): string {
  const { volumes, containers = [], initContainers = [] } = after.spec ?? {};
  return goArray([
    ...volumeOperation(before.spec?.volumes, volumes),
    add("/spec/containers", encodeContainers(containers)),
    ...(initContainers.length > 0 ? [add("/spec/initContainers", encodeContainers(initContainers))] : []),
  ]);
}

function volumeOperation(before: readonly Volume[] | undefined, after: readonly Volume[] | undefined): readonly string[] {
  const [first] = after ?? [];
  if (first === undefined || first === before?.[0]) return [];
  const volume = encodeStructure("Volume", first);
  return [before === undefined ? add("/spec/volumes", goArray([volume])) : add("/spec/volumes/0", volume)];
}

function encodeContainers(containers: readonly Container[]): string {
  return goArray(containers.map((container) => encodeStructure("Container", container)));
}

function add(path: string, value: string): string {
  return goObject([
    ["op", goString("add")],
    ["path", goString(path)],
    ["value", value],
  ]);
}
