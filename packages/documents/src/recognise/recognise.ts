/**
 * Recognises what people have by its content: what kubectl prints, what `aws iam` prints, and policies. The names of files mean nothing.
 * Pure, and never fails: what nobody knows is an unknown document.
 */
import type { LocatedNode } from "../tree/located-tree.js";
import { decodeDocument, isDocumentText } from "./iam/decode-document.js";
import { RECOGNISERS } from "./recognisers.js";
import { joinRecognitions, type Recognition } from "./recognition.js";

/**
 * What stands in a tree; of a list each item for itself.
 *
 * @example recognise(tree).documents // of `aws iam get-role`: one of kind "role"
 */
export function recognise(tree: LocatedNode): Recognition {
  if (tree.kind === "list") return recogniseList(tree, tree.items);
  if (tree.kind === "scalar") return recogniseText(tree);
  for (const recogniser of RECOGNISERS) {
    const recognition = recogniser(tree, recognise);
    if (recognition !== null) return recognition;
  }
  return unknown(tree);
}

/** A list in which nothing is known is unknown as a whole. */
function recogniseList(list: LocatedNode, items: readonly LocatedNode[]): Recognition {
  const recognition = joinRecognitions(items.map(recognise));
  return recognition.documents.every(({ kind }) => kind === "unknown") && recognition.faults.length === 0 ? unknown(list) : recognition;
}

function recogniseText(text: LocatedNode): Recognition {
  if (!isDocumentText(text)) return unknown(text);
  const { node, faults = [] } = decodeDocument(text);
  return node === null ? { documents: [], passedOver: [], faults } : recognise(node);
}

function unknown(node: LocatedNode): Recognition {
  return { documents: [{ kind: "unknown", node }], passedOver: [], faults: [] };
}
