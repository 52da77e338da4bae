import type { Json } from "@irsa-sim/core";
import type { Place } from "../tree/located-tree.js";

/** A change of a document, told from a place in its text. */
export interface TextEdit {
  /** Of a value that stands there. */
  readonly at: Pick<Place, "line" | "column">;
  /** Members and items that lead on from it, the missing ones included; `-` is behind a list's last. None for the value itself. */
  readonly below: readonly string[];
  /** `null` takes the place away. */
  readonly value: Json;
  /** Where the document is made of parameters and functions; absent where it says itself what it is. */
  readonly evaluation?: EditedEvaluation;
}

/** What a document comes to that is made of parameters and functions. */
export interface EditedEvaluation {
  /** What stands at the place, with its members in the order in which they are written; `null` where that is not known. */
  readonly current: Json;
  /** What is not known before it is applied, and what it was taken for. */
  readonly unknowns: readonly EditedUnknown[];
}

/** A value that stands for one that is not known yet. */
export interface EditedUnknown {
  /** As the document refers to it. */
  readonly name: string;
  readonly value: string;
  /** Whether nobody's document has the value, so that it can be written nowhere. */
  readonly isInvented: boolean;
}

/** A document's text and how it is written. */
export interface EditedText {
  readonly text: string;
  readonly format: "json" | "yaml";
}
