import type { LocatedNode } from "../../tree/located-tree.js";
import type { Recognition } from "../recognition.js";

/** What a document takes of a member of an answer. */
export interface Part extends Partial<Pick<Recognition, "passedOver" | "faults">> {
  /** `null` when nothing of it can be used. */
  readonly node: LocatedNode | null;
}
