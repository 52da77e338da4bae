import { jsonPathAt } from "./json-path-at.js";
import { pathAt } from "./path-at.js";
import type { Place } from "./place.js";

/** The place in a file of either language. */
export function placeAt(path: string, text: string, position: number): Place {
  return path.endsWith(".json") ? jsonPathAt(text, position) : pathAt(text, position);
}
