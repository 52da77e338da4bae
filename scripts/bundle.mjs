// Bundles the command into packages/cli/dist/main.js and a few chunks, so that it starts without reading hundreds of files; the library index.js shares them.
// Beside them it writes catalogue.json, what `irsa-sim list` says, so that a list reads no scenario, and packages.json, the folders of the packages in the bundle.
// Does nothing when neither the compiler nor the lock file has changed anything since the last time, nor for the list any scenario.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { foldersOfPackages } from "./release/folders-of-packages.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, "packages/cli/dist");
/** An error's name is its class's, and a person reads it. */
const MINIFIED = { compress: { keepNames: { class: true, function: false } }, mangle: { keepNames: { class: true, function: false } } };
const STAMP = join(DIST, ".bundled");

const compiledAt = Math.max(...readdirSync(join(ROOT, "packages")).map((name) => modifiedAt(join(ROOT, "packages", name, "dist/.tsbuildinfo"))));
const changedAt = Math.max(compiledAt, modifiedAt(join(ROOT, "pnpm-lock.yaml")), modifiedAt(fileURLToPath(import.meta.url)));
const isCurrent = existsSync(join(DIST, "main.js")) && modifiedAt(STAMP) > changedAt;
if (!isCurrent) {
  const { rolldown } = await import("rolldown");
  for (const file of existsSync(DIST) ? readdirSync(DIST) : []) {
    if (file.endsWith(".js")) rmSync(join(DIST, file));
  }
  const bundle = await rolldown({
    input: {
      main: join(DIST, "tsc/main.js"),
      index: join(DIST, "tsc/index.js"),
      "kubectl-irsa_sim": join(DIST, "tsc/kubectl/main.js"),
      "test-worker": join(DIST, "tsc/testing/test-worker.js"),
      keeper: join(ROOT, "packages/node-host/dist/child/keeper.js"),
      "create-explain-index": join(DIST, "tsc/explaining/create-explain-index.js"),
    },
    platform: "node",
    logLevel: "warn",
    resolve: { mainFields: ["module", "main"] },
    // ink loads it only where DEV is set.
    external: ["react-devtools-core"],
    plugins: [
      { name: "react-without-its-checks", transform: { filter: { id: /node_modules\/(react|react-reconciler|scheduler)\// }, handler: forProduction } },
    ],
  });
  const { output } = await bundle.write({ dir: DIST, format: "esm", minify: MINIFIED, chunkFileNames: "[name]-[hash].js" });
  await bundle.close();
  writeFileSync(
    join(DIST, "packages.json"),
    JSON.stringify(
      foldersOfPackages(
        output.flatMap((chunk) => Object.keys(chunk.modules ?? {})),
        ROOT,
      ),
    ),
  );
  writeFileSync(STAMP, "");
}

const SCENARIOS = join(ROOT, "scenarios");
const OUTLINES = join(DIST, "catalogue.json");
const writtenAt = Math.max(changedAt, ...readdirSync(SCENARIOS, { recursive: true }).map((path) => modifiedAt(join(SCENARIOS, path))));
if (modifiedAt(OUTLINES) <= writtenAt) {
  const { outlineCatalogue } = await import("../packages/cli/dist/tsc/listing/outline-catalogue.js");
  writeFileSync(OUTLINES, JSON.stringify(outlineCatalogue()));
}

/** React looks at this name when it is loaded; its development half would double the stepper's chunk. */
function forProduction(code) {
  return code.replaceAll("process.env.NODE_ENV", '"production"');
}

function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
