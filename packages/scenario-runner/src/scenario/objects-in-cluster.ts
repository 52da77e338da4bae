import { type LocatedNode, type Member, memberOf, type ObjectNode, textOf } from "@irsa-sim/documents";
import { filesOf } from "../timeline/files-of.js";

/**
 * A scenario's Kubernetes objects without those that are applied in other clusters only: one name may stand in several.
 *
 * @param cluster `undefined` where nothing is known of it, and all count
 */
export function objectsInCluster(scenario: LocatedNode, cluster: string | undefined): LocatedNode | null {
  const kubernetes = memberOf(scenario, "kubernetes");
  if (cluster === undefined || kubernetes?.kind !== "object") return kubernetes;
  const first = textOf(memberOf(memberOf(scenario, "cluster"), "name"));
  const timeline = memberOf(scenario, "timeline");
  const entries = timeline?.kind === "list" ? timeline.items : [];
  const inCluster = entries.filter((entry) => (textOf(memberOf(entry, "cluster")) ?? first) === cluster);
  const files = inCluster.flatMap((entry) => filesOf(entry).map((file) => textOf(file)));
  const isIn = (key: string): boolean => files.some((file) => file !== null && key.startsWith(`${file}/`));
  const kinds = [...kubernetes.members].map(([kind, member]): [string, Member] => [kind, { ...member, node: only(member.node, isIn) }]);
  return { ...kubernetes, members: new Map(kinds) } satisfies ObjectNode;
}

function only(objects: LocatedNode, isIn: (key: string) => boolean): LocatedNode {
  return objects.kind === "object" ? { ...objects, members: new Map([...objects.members].filter(([key]) => isIn(key))) } : objects;
}
