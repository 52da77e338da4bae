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
}

/** A document's text and how it is written. */
export interface EditedText {
  readonly text: string;
  readonly format: "json" | "yaml";
}
