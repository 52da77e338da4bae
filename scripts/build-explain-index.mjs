// Plays the catalogue and writes what is known of its errors beside the bundled command, for `irsa-sim explain`.
// Does nothing when neither the compiler nor the scenarios have changed anything since the last time.
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const INDEX = join(ROOT, "packages/cli/dist/explain-index.json");
const SCENARIOS = join(ROOT, "scenarios");

const inputs = [
  ...readdirSync(join(ROOT, "packages")).map((name) => join(ROOT, "packages", name, "dist/.tsbuildinfo")),
  ...readdirSync(SCENARIOS, { recursive: true }).map((path) => join(SCENARIOS, path)),
  fileURLToPath(import.meta.url),
];
if (modifiedAt(INDEX) <= Math.max(...inputs.map(modifiedAt))) {
  const { createExplainIndex } = await import("../packages/cli/dist/tsc/explaining/create-explain-index.js");
  writeFileSync(INDEX, JSON.stringify(await createExplainIndex()));
}

function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
