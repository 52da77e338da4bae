import type { Actor } from "@irsa-sim/core";
import type { Picture } from "./picture.js";

/** A run as it is drawn in every form, so that its trace need not be kept while others are drawn. */
export interface RunDrawing {
  /** With its cell, if it is one of a matrix. */
  readonly name: string;
  readonly title: string;
  readonly lanes: readonly Actor[];
  /** Lines of a Mermaid diagram. */
  readonly mermaid: readonly string[];
  readonly picture: Picture;
  /** A section of Markdown, headed by the name. */
  readonly markdown: string;
}
