import { type LocatedNode, listAt, memberOf, type ObjectNode, objectAt, scalarAt, textOf, withMember } from "@irsa-sim/documents";
import type { PodTemplate } from "./find-pod-templates.js";
import { isCustom } from "./is-custom.js";

/** How kinds of others call it. */
const MEMBERS = ["serviceAccountName", "serviceAccount"];
/** Deeper stands no such name in any kind that is known. */
const MAX_DEPTH = 10;

/**
 * What an operator makes pods from where its kind names a service account and shows no pod template, such as a SparkApplication or a workflow: one for each service
 * account, with a container that nobody knows more of.
 */
export function impliedTemplates(object: ObjectNode): readonly PodTemplate[] {
  const spec = memberOf(object, "spec");
  if (spec === null || !isCustom(object)) return [];
  const names = new Map(namesBelow(spec, 0).map((node) => [textOf(node), node]));
  return [...names.values()].map((serviceAccountName) => ({ path: [textOf(serviceAccountName) ?? ""], metadata: null, spec: anyPod(serviceAccountName) }));
}

/** The service account that stands nearest above a template without one of its own. */
export function nearestAccount(object: ObjectNode, path: readonly string[]): LocatedNode | null {
  let found: LocatedNode | null = null;
  let node: LocatedNode | null = object;
  for (const name of path) {
    node = memberOf(node, name);
    found = accountIn(node) ?? found;
  }
  return found;
}

/** A spec whose containers have what the operator fills in: a name and an image. */
export function withWholeContainers(spec: ObjectNode): ObjectNode {
  const containers = memberOf(spec, "containers");
  if (containers?.kind !== "list") return spec;
  const items = containers.items.map((container, index) => {
    if (container.kind !== "object") return container;
    const { place } = container;
    const filled = objectAt(place, { name: scalarAt(place, index === 0 ? "app" : `app-${index + 1}`), image: scalarAt(place, "app") });
    return { ...container, members: new Map([...filled.members, ...container.members]) };
  });
  return withMember(spec, "containers", { keyPlace: containers.place, node: { ...containers, items } });
}

/** A pod of which nobody knows more than whom it runs as. */
function anyPod(serviceAccountName: LocatedNode): ObjectNode {
  const { place } = serviceAccountName;
  const container = objectAt(place, { name: scalarAt(place, "app"), image: scalarAt(place, "app") });
  return objectAt(place, { serviceAccountName, containers: listAt(place, [container]) });
}

function accountIn(node: LocatedNode | null): LocatedNode | null {
  return MEMBERS.map((name) => memberOf(node, name)).find((one) => textOf(one) !== null && textOf(one) !== "") ?? null;
}

function namesBelow(node: LocatedNode, depth: number): readonly LocatedNode[] {
  if (node.kind === "scalar" || depth > MAX_DEPTH) return [];
  const children = node.kind === "list" ? node.items : [...node.members.values()].map(({ node: child }) => child);
  return [accountIn(node) ?? [], ...children.map((child) => namesBelow(child, depth + 1))].flat();
}
