import { type LocatedNode, memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import { textOf } from "../text-of.js";
import type { Part } from "./part.js";

/** `AttachedPolicies` of IAM's answers as a list of ARNs. */
export function attachedArns(list: LocatedNode): Part {
  if (list.kind !== "list") return { node: null, passedOver: [{ name: "AttachedPolicies", node: list, because: "unused" }] };
  const arns = list.items.map((item) => ({ item, arn: memberOf(item, "PolicyArn") }));
  return {
    node: { kind: "list", place: list.place, items: arns.flatMap(({ arn }) => (arn !== null && textOf(arn) !== null ? [arn] : [])) },
    passedOver: arns.flatMap(({ item, arn }) =>
      item.kind === "object" && textOf(arn) !== null
        ? passedOverIn(item, { taken: ["PolicyArn"], used: ["PolicyName"], prefix: "AttachedPolicies." })
        : [{ name: "AttachedPolicies", node: item, because: "unused" }],
    ),
  };
}
