import { memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { attachedArns } from "./attached-arns.js";

/** `aws iam list-attached-role-policies`. */
export const attachedPolicies: Recogniser = (object) => {
  const list = memberOf(object, "AttachedPolicies");
  if (list?.kind !== "list") return null;
  const { node, passedOver = [] } = attachedArns(list);
  const others = passedOverIn(object, { taken: ["AttachedPolicies"] });
  return { documents: [{ kind: "attached-policies", role: null, node: node ?? list }], passedOver: [...others, ...passedOver], faults: [] };
};
