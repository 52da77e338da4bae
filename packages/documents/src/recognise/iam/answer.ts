import { type LocatedNode, memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { joinRecognitions } from "../recognition.js";

/** Answers that hold roles or policies, and their members that are opened. */
const ANSWERS: readonly (readonly [command: string, ...opened: string[]])[] = [
  ["get-role", "Role"],
  ["list-roles", "Roles"],
  ["get-policy", "Policy"],
  ["get-account-authorization-details", "RoleDetailList", "Policies"],
];

/** Answers of `aws iam` around roles and policies; what they hold is recognised as if it stood alone. */
export const answer: Recogniser = (object, deeper) => {
  const [, ...opened] = ANSWERS.find(([, first = ""]) => object.members.has(first)) ?? [""];
  if (opened.length === 0) return null;
  const found = opened.filter((name) => !isEmptyList(memberOf(object, name)));
  const inside = found.flatMap((name) => object.members.get(name) ?? []).map(({ node }) => deeper(node));
  return joinRecognitions([{ documents: [], passedOver: passedOverIn(object, { taken: found }), faults: [] }, ...inside]);
};

function isEmptyList(node: LocatedNode | null): boolean {
  return node?.kind === "list" && node.items.length === 0;
}
