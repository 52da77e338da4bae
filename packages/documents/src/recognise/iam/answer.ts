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
  const inside = opened.flatMap((name) => object.members.get(name) ?? []).map(({ node }) => deeper(node));
  return joinRecognitions([{ documents: [], passedOver: passedOverIn(object, { taken: opened }), faults: [] }, ...inside]);
};
