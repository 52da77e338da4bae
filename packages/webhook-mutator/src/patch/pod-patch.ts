/** The JSON Patch, byte for byte: `add` throughout, whole lists, the volume in front (webhook.md, section 7). */
import type { Json } from "@irsa-sim/core";
import type { PodMutation, TokenVolume } from "../mutation/mutate-pod.js";
import type { Container } from "../mutation/pod.js";
import { encodeStructure } from "./encode-structure.js";
import { goArray, goObject, goString } from "./go-json.js";

/** Writes a mutation down as a JSON Patch (RFC 6902). */
export function podPatch({ volume, hasVolumes, containers, initContainers }: PodMutation): string {
  const operations: string[] = [];
  if (volume !== null) operations.push(hasVolumes ? add("/spec/volumes/0", encodeVolume(volume)) : add("/spec/volumes", goArray([encodeVolume(volume)])));
  operations.push(add("/spec/containers", encodeContainers(containers)));
  if (initContainers.length > 0) operations.push(add("/spec/initContainers", encodeContainers(initContainers)));
  return goArray(operations);
}

function add(path: string, value: string): string {
  return goObject([
    ["op", goString("add")],
    ["path", goString(path)],
    ["value", value],
  ]);
}

function encodeContainers(containers: readonly Container[]): string {
  return goArray(containers.map((container) => encodeStructure("container", container as unknown as Json)));
}

function encodeVolume({ name, audience, expirationSeconds, path }: TokenVolume): string {
  const token = goObject([
    ...(audience === "" ? [] : [["audience", goString(audience)] as const]),
    ["expirationSeconds", String(expirationSeconds)],
    ["path", goString(path)],
  ]);
  const sources = goArray([goObject([["serviceAccountToken", token]])]);
  return goObject([
    ["name", goString(name)],
    ["projected", goObject([["sources", sources]])],
  ]);
}
