import { type LocatedNode, memberOf, type ObjectNode } from "@irsa-sim/documents";
import { isCustom } from "./is-custom.js";

/** What pods are made from. */
export interface PodTemplate {
  /** Members that lead to it, such as `spec`, `template`; none for a pod itself. */
  readonly path: readonly string[];
  readonly metadata: ObjectNode | null;
  readonly spec: ObjectNode;
}

/** Deeper is no template of any kind that is known. */
const MAX_DEPTH = 8;

/** The pod templates in an object of whatever kind, found by their shape: a `spec` with containers that have names. A pod is its own template. */
export function findPodTemplates(object: ObjectNode): readonly PodTemplate[] {
  // An operator may fill in a container's name.
  return templatesIn(object, [], isCustom(object) ? ["name", "image"] : ["name"]);
}

function templatesIn(object: ObjectNode, path: readonly string[], signs: readonly string[]): readonly PodTemplate[] {
  const spec = memberOf(object, "spec");
  if (spec?.kind === "object" && hasContainers(spec, signs)) {
    const metadata = memberOf(object, "metadata");
    return [{ path, metadata: metadata?.kind === "object" ? metadata : null, spec }];
  }
  if (path.length >= MAX_DEPTH) return [];
  return [...object.members].flatMap(([name, { node }]) =>
    node.kind === "object" && name !== "metadata" && name !== "status" ? templatesIn(node, [...path, name], signs) : [],
  );
}

function hasContainers(spec: ObjectNode, signs: readonly string[]): boolean {
  const containers = memberOf(spec, "containers");
  const isContainer = (node: LocatedNode): boolean => node.kind === "object" && signs.some((sign) => node.members.has(sign));
  return containers?.kind === "list" && containers.items.length > 0 && containers.items.every(isContainer);
}
