import type { Story } from "@irsa-sim/story";
import { drawPicture } from "./draw-picture.js";
import type { Row } from "./row.js";

/** The diagram as the text of a picture that stands alone. */
export function toSvg(story: Pick<Story, "name">, rows: readonly Row[]): string {
  return drawPicture(story, rows).svg;
}
