// Writes the pages of docs/ that are made from runs, sources and tests, and the schema with which editors check the scenarios.
// With --check it writes nothing and fails when a page is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { editorSchema } from "../packages/scenario-runner/dist/index.js";
import { cataloguePages } from "./docs/catalogue/catalogue-pages.mjs";
import { fidelityPages } from "./docs/fidelity/fidelity-pages.mjs";
import { fitLines } from "./docs/fit-lines.mjs";
import { flowPages } from "./docs/flow/flow-pages.mjs";
import { playCatalogue } from "./docs/play-catalogue.mjs";
import { scenarioReferencePage } from "./docs/scenario-reference-page.mjs";
import { workshopPages } from "./docs/workshop/workshop-pages.mjs";

const DOCS = fileURLToPath(new URL("../docs/", import.meta.url));
/** Folders that hold nothing but generated pages. */
const FOLDERS = ["catalogue", "fidelity", "flow", "workshop"];
const check = process.argv.includes("--check");

const played = await playCatalogue();
const markdown = [...flowPages(played), ...fidelityPages(), ...cataloguePages(played), ["scenario-reference.md", scenarioReferencePage()]];
const pages = [
  ...markdown.map(([path, text]) => [path, fitLines(text)]),
  ...workshopPages(played),
  ["../scenarios/scenario.schema.json", `${JSON.stringify(editorSchema("urn:irsa-sim:scenario:v1"), null, 2)}\n`],
];
const written = pages.filter(([path, text]) => !existsSync(DOCS + path) || readFileSync(DOCS + path, "utf8") !== text);
const left = FOLDERS.flatMap((folder) => filesOf(folder)).filter((file) => !pages.some(([path]) => path === file));
const stale = [...written.map(([path]) => path), ...left];
if (check && stale.length > 0) {
  console.error(`stale: ${stale.map((path) => `docs/${path}`).join(", ")}; run: npx -y pnpm@12 pages`);
  process.exitCode = 1;
}
if (!check) {
  for (const [path, text] of written) {
    mkdirSync(dirname(DOCS + path), { recursive: true });
    writeFileSync(DOCS + path, text);
  }
  for (const path of left) rmSync(DOCS + path);
}
console.log(`${pages.length} pages of docs ${check ? "checked" : "written"}, ${stale.length} ${check ? "stale" : "changed"}`);

function filesOf(folder) {
  const entries = existsSync(DOCS + folder) ? readdirSync(DOCS + folder, { recursive: true, withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(DOCS, join(parentPath, name)));
}
