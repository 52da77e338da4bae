import { type LocatedNode, memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import { textOf } from "../text-of.js";
import type { Part } from "./part.js";

/** The ARN in `PermissionsBoundary` of IAM's answers. */
export function boundaryArn(boundary: LocatedNode): Part {
  const arn = memberOf(boundary, "PermissionsBoundaryArn");
  if (boundary.kind !== "object" || textOf(arn) === null)
    return { node: null, passedOver: [{ name: "PermissionsBoundary", node: boundary, because: "unused" }] };
  const uses = { taken: ["PermissionsBoundaryArn"], used: ["PermissionsBoundaryType"], prefix: "PermissionsBoundary." };
  return { node: arn, passedOver: passedOverIn(boundary, uses) };
}
