import type { FileReader, LocatedNode, ProblemList, RecognisedDocument } from "@irsa-sim/documents";
import type { Choice } from "./choose-document.js";

/** What is read with, and where faults go. */
export interface DocumentReading {
  readonly reader: FileReader;
  readonly problems: ProblemList;
}

/**
 * The document that is meant at a place of the scenario: in the file that `node` names, or `node` itself.
 *
 * @param choose which of the documents that stand there
 * @returns `null` when the file cannot be read or holds something else, which is then a problem, and for a value that is no document of anybody's
 */
export function readNamed<Document extends RecognisedDocument>(
  node: LocatedNode,
  choose: (documents: readonly RecognisedDocument[]) => Choice<Document>,
  { reader, problems }: DocumentReading,
): Document | null {
  const documents = node.kind === "scalar" ? reader.readJsonFile(node) : reader.recognise(node);
  // What nobody knows is looked at by the schema of what should stand there.
  if (documents.length === 0 || (node.kind !== "scalar" && documents.every(({ kind }) => kind === "unknown"))) return null;
  const choice = choose(documents);
  if ("document" in choice) return choice.document;
  problems.add(node.place, choice.fault);
  return null;
}
