/** A pod's spec as far as it says who the pod is: what leads to objects that are not here is resolved, replaced, or left out. */
import { itemsOf, type LocatedNode, type Member, memberOf, type ObjectNode, objectAt, textOf } from "@irsa-sim/documents";
import { ASSUMED } from "../assume/assumptions.js";
import type { Workload } from "../gather/inventory.js";
import type { PodSources } from "./pod-sources.js";
import { resolveEnvironment } from "./resolve-environment.js";

/** Members that lead to objects which are not here, or choose a node. */
const PASSED_OVER = [
  ...["priorityClassName", "priority", "preemptionPolicy", "runtimeClassName", "schedulerName", "nodeName", "nodeSelector", "affinity", "overhead"],
  ...["schedulingGates", "resourceClaims", "ephemeralContainers", "topologySpreadConstraints"],
];

/** The spec of a workload's pods. */
export function resolvePodSpec(workload: Workload, sources: PodSources): ObjectNode {
  const { podSpec, document } = workload;
  const members = new Map<string, Member>([...podSpec.members].filter(([name]) => !PASSED_OVER.includes(name)));
  for (const name of ["containers", "initContainers"]) {
    const list = members.get(name);
    if (list?.node.kind === "list")
      members.set(name, { ...list, node: { ...list.node, items: list.node.items.map((container) => resolveContainer(container, sources)) } });
  }
  const volumes = [...itemsOf(memberOf(podSpec, "volumes")).map(withoutObjects), ...claimsOf(document.node)];
  if (volumes.length > 0)
    members.set("volumes", { keyPlace: members.get("volumes")?.keyPlace ?? podSpec.place, node: { kind: "list", place: podSpec.place, items: volumes } });
  return { ...podSpec, members };
}

function resolveContainer(container: LocatedNode, sources: PodSources): LocatedNode {
  if (container.kind !== "object") return container;
  const members = new Map(container.members);
  members.delete("envFrom");
  const env = resolveEnvironment(container, sources);
  if (env.length === 0) members.delete("env");
  else
    members.set("env", {
      keyPlace: members.get("env")?.keyPlace ?? container.place,
      node: { kind: "list", place: memberOf(container, "env")?.place ?? container.place, items: env },
    });
  return { ...container, members };
}

/** Only projected volumes can hold a token; the others are there, and empty. */
function withoutObjects(volume: LocatedNode): LocatedNode {
  const projected = memberOf(volume, "projected");
  if (projected === null) return emptyVolume(volume.place, memberOf(volume, "name"));
  if (volume.kind !== "object" || projected.kind !== "object") return volume;
  const sources = itemsOf(memberOf(projected, "sources")).filter(
    (source) => ["serviceAccountToken", "downwardAPI"].some((kind) => memberOf(source, kind) !== null) || isRootCertificate(source),
  );
  const kept = new Map([
    ...projected.members,
    ["sources", { keyPlace: projected.place, node: { kind: "list", place: projected.place, items: sources } }] as const,
  ]);
  return { ...volume, members: new Map([...volume.members, ["projected", { keyPlace: projected.place, node: { ...projected, members: kept } }] as const]) };
}

function isRootCertificate(source: LocatedNode): boolean {
  return textOf(memberOf(memberOf(source, "configMap"), "name")) === "kube-root-ca.crt";
}

/** A StatefulSet's claims become volumes of each of its pods. */
function claimsOf(object: ObjectNode): readonly LocatedNode[] {
  return itemsOf(memberOf(memberOf(object, "spec"), "volumeClaimTemplates")).map((claim) =>
    emptyVolume(claim.place, memberOf(memberOf(claim, "metadata"), "name")),
  );
}

function emptyVolume(place: LocatedNode["place"], name: LocatedNode | null): LocatedNode {
  return objectAt(place, { name, emptyDir: objectAt(ASSUMED, {}) });
}
