import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All style sheets below a folder as one, `frame/` first since it holds the properties, without comments and indentation. */
export function gatherStyles(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".css"));
  const isFrame = (file) => file.startsWith("frame/");
  return files
    .sort((a, b) => Number(isFrame(b)) - Number(isFrame(a)) || (a < b ? -1 : 1))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n")
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s*\n\s*/g, "\n")
    .trim();
}
