/**
 * The JSON Patch (RFC 6902) between a pod and the mutated pod, byte for byte: `add` throughout, the label and the volume first, then whole lists of containers.
 * @see webhook.md, section 7
 */

import { goJson, goString, type JsonObject } from "@irsa-sim/core";
import { encodeObject } from "@irsa-sim/kubernetes-types";
import type { Container, Pod, TokenVolume, Volume } from "../kubernetes-types/pod.js";
import { POD_IDENTITY_LABEL } from "../mutate-pod/label.js";
import { goArray, goObject } from "./go-json.js";

type Labels = Readonly<Record<string, string>>;

/** Writes the patch; lists of containers stand in it changed or not. */
export function podPatch(before: Pod, after: Pod): string {
  const { volumes, containers = [], initContainers = [] } = after.spec ?? {};
  return goArray([
    ...labelOperation(before.metadata?.labels, after.metadata?.labels),
    ...volumeOperation(before.spec?.volumes, volumes),
    add("/spec/containers", encodeContainers(containers)),
    ...(initContainers.length > 0 ? [add("/spec/initContainers", encodeContainers(initContainers))] : []),
  ]);
}

/** Sent whenever the label is written, also over one that is there. */
function labelOperation(before: Labels | undefined, after: Labels | undefined): readonly string[] {
  if (after === before) return [];
  const { key, value } = POD_IDENTITY_LABEL;
  if (before === undefined) return [add("/metadata/labels", goObject([[key, goString(value)]]))];
  return [add(`/metadata/labels/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, goString(value))];
}

function volumeOperation(before: readonly Volume[] | undefined, after: readonly Volume[] | undefined): readonly string[] {
  const [first] = after ?? [];
  if (first === undefined || first === before?.[0]) return [];
  const volume = encodeTokenVolume(first as TokenVolume);
  return [before === undefined ? add("/spec/volumes", goArray([volume])) : add("/spec/volumes/0", volume)];
}

/** A lifetime may be beyond what a number holds. */
function encodeTokenVolume({ name, projected }: TokenVolume): string {
  const sources = projected.sources.map(({ serviceAccountToken: { audience, expirationSeconds, path } }) =>
    goObject([
      [
        "serviceAccountToken",
        goObject([
          ...(audience === "" ? [] : [["audience", goString(audience)] as const]),
          ["expirationSeconds", String(expirationSeconds)],
          ["path", goString(path)],
        ]),
      ],
    ]),
  );
  return goObject([
    ["name", goString(name)],
    ["projected", goObject([["sources", goArray(sources)]])],
  ]);
}

function encodeContainers(containers: readonly Container[]): string {
  return goArray(containers.map((container) => goJson(encodeObject("v1.Container", container as JsonObject))));
}

function add(path: string, value: string): string {
  return goObject([
    ["op", goString("add")],
    ["path", goString(path)],
    ["value", value],
  ]);
}
