import type { LocatedNode, ObjectNode } from "../tree/located-tree.js";
import type { Recognition } from "./recognition.js";

/**
 * Knows one form of document; `null` for an object of another form.
 *
 * @param deeper recognises what stands inside
 */
export type Recogniser = (object: ObjectNode, deeper: (node: LocatedNode) => Recognition) => Recognition | null;
