import { type Member, memberOf, type ObjectNode } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import type { PassedOver } from "../recognition.js";
import { textOf } from "../text-of.js";

/** Where `aws eks describe-cluster` has what a cluster document holds. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  name: ["name"],
  arn: ["arn"],
  issuer: ["identity", "oidc", "issuer"],
  version: ["version"],
};

/** `aws eks describe-cluster`. */
export const cluster: Recogniser = (object) => {
  const found = memberOf(object, "cluster");
  if (found?.kind !== "object" || textOf(memberOf(found, "name")) === null || !isAnswer(found)) return null;
  const members = Object.entries(MEMBERS).flatMap(([name, path]): [string, Member][] => {
    const member = memberAt(found, path);
    return member === null ? [] : [[name, member]];
  });
  return {
    documents: [{ kind: "cluster", node: { kind: "object", place: found.place, members: new Map(members) } }],
    passedOver: [...passedOverIn(object, { taken: ["cluster"] }), ...passedOverInCluster(found)],
    faults: [],
  };
};

/** Of what else a cluster has nothing is asked here; AWS wrote it, or was told it when the cluster was made. */
function passedOverInCluster(cluster: ObjectNode): readonly PassedOver[] {
  const identity = memberOf(cluster, "identity");
  const oidc = memberOf(identity, "oidc");
  return [
    ...allLive(cluster, { taken: ["name", "arn", "version", ...(identity?.kind === "object" ? ["identity"] : [])], prefix: "cluster." }),
    ...(identity?.kind === "object" ? allLive(identity, { taken: oidc?.kind === "object" ? ["oidc"] : [], prefix: "cluster.identity." }) : []),
    ...(oidc?.kind === "object" ? allLive(oidc, { taken: ["issuer"], prefix: "cluster.identity.oidc." }) : []),
  ];
}

function allLive(object: ObjectNode, { taken, prefix }: { readonly taken: readonly string[]; readonly prefix: string }): readonly PassedOver[] {
  return passedOverIn(object, { taken, live: [...object.members.keys()], prefix });
}

/** Other objects have a cluster of some name too. */
function isAnswer(cluster: ObjectNode): boolean {
  return ["arn", "identity", "endpoint"].some((name) => cluster.members.has(name));
}

function memberAt(object: ObjectNode, path: readonly string[]): Member | null {
  const [first = "", ...rest] = path;
  const member = object.members.get(first);
  if (member === undefined || rest.length === 0) return member ?? null;
  return member.node.kind === "object" ? memberAt(member.node, rest) : null;
}
