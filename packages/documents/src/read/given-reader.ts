import { recognise } from "../recognise/recognise.js";
import type { RecognisedDocument } from "../recognise/recognised-document.js";
import { textOf } from "../recognise/text-of.js";
import type { LocatedNode } from "../tree/located-tree.js";
import type { FileReader } from "./file-reader.js";

/** Creates a reader of documents that were read before; what stands under no name is known all the same, such as managed policies that roles name by ARN. */
export function createGivenReader(byName: ReadonlyMap<string, readonly RecognisedDocument[]>, others: readonly RecognisedDocument[]): FileReader {
  const read = (node: LocatedNode): readonly RecognisedDocument[] => byName.get(textOf(node) ?? "") ?? [];
  return {
    readFile: read,
    readJsonFile: read,
    recognise: (node) => recognise(node).documents,
    documents: () => [...[...byName.values()].flat(), ...others],
  };
}
