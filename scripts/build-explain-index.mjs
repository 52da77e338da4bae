// Plays the catalogue and writes what is known of its errors beside the bundled command, for `irsa-sim explain`.
// Does nothing when neither a scenario nor the code that plays it says anything else than the last time: their contents count, not when they were written.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, "packages/cli/dist");
const INDEX = join(DIST, "explain-index.json");
const MADE_OF = join(DIST, ".explain-index-made-of");

const inputs = [...filesOfProgram("create-explain-index.js"), ...filesIn(join(ROOT, "scenarios"))];
const digest = digestOf(inputs);
if (!existsSync(INDEX) || !existsSync(MADE_OF) || readFileSync(MADE_OF, "utf8") !== digest) {
  const { createExplainIndex } = await import("../packages/cli/dist/create-explain-index.js");
  writeFileSync(INDEX, JSON.stringify(await createExplainIndex()));
  writeFileSync(MADE_OF, digest);
}

/** A chunk of the bundle with all that it needs; what it may load later stands in it by a name that changes with its content. */
function filesOfProgram(entry) {
  const found = new Set([entry]);
  for (const name of found) {
    for (const [, needed] of readFileSync(join(DIST, name), "utf8").matchAll(/\b(?:from|import)"\.\/([\w.-]+\.js)"/g)) found.add(needed);
  }
  return [...found].sort().map((name) => join(DIST, name));
}

function filesIn(folder) {
  const paths = readdirSync(folder, { recursive: true }).sort();
  return paths.map((path) => join(folder, path)).filter((path) => statSync(path).isFile());
}

function digestOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = readFileSync(path);
    hash.update(`${path.slice(ROOT.length)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
