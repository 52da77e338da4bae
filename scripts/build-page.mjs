// Makes the page: one HTML file with program, styles and all scenarios in it, under a content security policy that lets nothing else in.
// With --list it writes docs/page-size.md too. Does nothing when neither the compiler, the styles, the scenarios nor the lock file have changed anything since the last time.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "./page/bundle-program.mjs";
import { gatherStyles } from "./page/gather-styles.mjs";
import { listSizes } from "./page/list-sizes.mjs";
import { packScenarios } from "./page/pack-scenarios.mjs";
import { writePage } from "./page/write-page.mjs";
import { foldersOfPackages } from "./release/folders-of-packages.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PLAYGROUND = join(ROOT, "packages/playground");
const PAGE = join(PLAYGROUND, "dist/index.html");

const inputs = [
  ...readdirSync(join(ROOT, "packages")).map((name) => join(ROOT, "packages", name, "dist/.tsbuildinfo")),
  ...filesBelow(join(PLAYGROUND, "src")),
  ...filesBelow(join(ROOT, "scenarios")),
  ...filesBelow(join(ROOT, "scripts/page")),
  join(ROOT, "pnpm-lock.yaml"),
  fileURLToPath(import.meta.url),
];
if (process.argv.includes("--list") || !existsSync(PAGE) || modifiedAt(PAGE) <= Math.max(...inputs.map(modifiedAt))) {
  const [program, data] = await Promise.all([bundleProgram(join(PLAYGROUND, "dist/tsc/main.js")), packScenarios(ROOT)]);
  const styles = gatherStyles(join(PLAYGROUND, "src"));
  const page = writePage({ program: program.code, styles, data });
  mkdirSync(dirname(PAGE), { recursive: true });
  writeFileSync(PAGE, page);
  // Beside the bundled command, which serves it and puts runs into it.
  writeFileSync(join(ROOT, "packages/cli/dist/page.html"), page);
  const sizes = listSizes({ page, program, styles, data });
  writeFileSync(join(PLAYGROUND, "dist/sizes.md"), sizes);
  writeFileSync(join(PLAYGROUND, "dist/packages.json"), JSON.stringify(foldersOfPackages(program.paths, ROOT)));
  // Figures change with every line of code: the page in docs is written when it is asked for.
  if (process.argv.includes("--list")) writeFileSync(join(ROOT, "docs/page-size.md"), sizes);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true }).map((path) => join(folder, path));
}

function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
