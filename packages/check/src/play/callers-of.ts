import type { Json } from "@irsa-sim/core";
import { type LocatedNode, memberOf, type ObjectNode, textOf, toJson } from "@irsa-sim/documents";
import type { Workload } from "../gather/inventory.js";

/** What decides about a container's credentials; two that have this in common come out alike. */
const DECIDING = ["env", "envFrom", "volumeMounts", "securityContext", "restartPolicy"];
const SKIPPED = "eks.amazonaws.com/skip-containers";

/** Containers of a workload that are alike. */
export interface AlikeContainers {
  readonly names: readonly string[];
  readonly isInit: boolean;
}

/** The containers of a workload, those that are alike together; those that the webhook is told to skip are left out, unless it is all of them. */
export function callersOf({ podSpec, podMetadata }: Workload): readonly AlikeContainers[] {
  const skipped = (textOf(memberOf(memberOf(podMetadata, "annotations"), SKIPPED)) ?? "").split(",").map((name) => name.trim());
  const found = [...containersIn(podSpec, "containers"), ...containersIn(podSpec, "initContainers")];
  const kept = found.filter(({ name }) => !skipped.includes(name));
  const alike = new Map<string, AlikeContainers>();
  for (const { name, isInit, node } of kept.length === 0 ? found : kept) {
    const key = JSON.stringify([isInit, DECIDING.map((member): Json => toJsonOrNull(memberOf(node, member)))]);
    alike.set(key, { isInit, names: [...(alike.get(key)?.names ?? []), name] });
  }
  return [...alike.values()];
}

function containersIn(
  spec: ObjectNode,
  member: "containers" | "initContainers",
): readonly { readonly name: string; readonly isInit: boolean; readonly node: LocatedNode }[] {
  const list = memberOf(spec, member);
  const items = list?.kind === "list" ? list.items : [];
  return items.flatMap((node) => {
    const name = textOf(memberOf(node, "name"));
    return name === null ? [] : [{ name, isInit: member === "initContainers", node }];
  });
}

function toJsonOrNull(node: LocatedNode | null): Json {
  return node === null ? null : toJson(node);
}
