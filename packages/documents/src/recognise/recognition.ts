import type { FaultAtPlace } from "../problems/fault-at-place.js";
import type { LocatedNode } from "../tree/located-tree.js";
import type { RecognisedDocument } from "./recognised-document.js";

/** What stands in a file. Every value of the file is in one of the documents, or among what was passed over. */
export interface Recognition {
  readonly documents: readonly RecognisedDocument[];
  readonly passedOver: readonly PassedOver[];
  /** Policies in a text that cannot be read. */
  readonly faults: readonly FaultAtPlace[];
}

/** A value of which no document has a use. */
export interface PassedOver {
  /** `metadata.uid`, as one would look for it below the object that it belongs to. */
  readonly name: string;
  readonly node: LocatedNode;
  /**
   * `envelope`: says nothing beside what the documents say, such as `kind: List`, a name that was used, or an empty list;
   * `live`: AWS or the cluster wrote it itself, such as an id or a date;
   * `unused`: somebody wrote it, and nothing here has a use for it.
   */
  readonly because: "envelope" | "live" | "unused";
}

/** Several, as one. */
export function joinRecognitions(recognitions: readonly Recognition[]): Recognition {
  return {
    documents: recognitions.flatMap(({ documents }) => documents),
    passedOver: recognitions.flatMap(({ passedOver }) => passedOver),
    faults: recognitions.flatMap(({ faults }) => faults),
  };
}
