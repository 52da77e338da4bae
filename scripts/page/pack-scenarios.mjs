import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { outlineScenarios, writePageData } from "../../packages/playground/dist/tsc/index.js";

/** All scenarios that ship, and what the catalogue says of each, as the page reads them. What only tests compare stays out. */
export async function packScenarios(root) {
  const folder = join(root, "scenarios");
  const paths = readdirSync(folder, { recursive: true })
    .filter((path) => !/(^|\/)trace\.golden\.txt$|^scenario\.schema\.json$/.test(path) && statSync(join(folder, path)).isFile())
    .sort();
  const files = Object.fromEntries(paths.map((path) => [`scenarios/${path}`, readFileSync(join(folder, path), "utf8")]));
  const { version } = JSON.parse(readFileSync(join(root, "packages/cli/package.json"), "utf8"));
  return writePageData({ version, files, outlines: outlineScenarios(new Map(Object.entries(files))) });
}
