import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folders whose sheets come first, since they hold the properties, and last, since they say otherwise for small screens and for paper. */
const ORDER = { frame: -1, media: 1 };

/** All style sheets below a folder as one, without comments and indentation. */
export function gatherStyles(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".css"));
  const placeOf = (file) => ORDER[file.split("/")[0]] ?? 0;
  return files
    .sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s*\n\s*/g, "\n")
    .trim();
}
