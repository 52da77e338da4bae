import type { LocatedNode, ObjectNode } from "../../../tree/located-tree.js";
import type { Recognition } from "../../recognition.js";

/** A resource. */
export interface Resource {
  /** Such as `aws_iam_role.pod`. */
  readonly address: string;
  readonly values: ObjectNode;
  /** From the configuration of a plan; `null` elsewhere. */
  readonly expressions: LocatedNode | null;
  /** Names of roles and policies behind their paths, by address. */
  readonly names: ReadonlyMap<string, string>;
  readonly deeper: (node: LocatedNode) => Recognition;
}
