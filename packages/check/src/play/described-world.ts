import type { ObjectNode, RecognisedDocument } from "@irsa-sim/documents";

/** A world in the scenario language, and the objects that it applies by the names by which it names them. */
export interface DescribedWorld {
  /** Of the workload. */
  readonly name: string;
  readonly tree: ObjectNode;
  readonly objects: ReadonlyMap<string, readonly RecognisedDocument[]>;
}
