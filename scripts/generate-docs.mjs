// Writes the pages of docs/ that are made from runs, sources and tests, and the schema with which editors check the scenarios.
// With --check it writes nothing and fails when a page is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { editorSchema } from "../packages/scenario-runner/dist/index.js";
import { cataloguePage } from "./docs/catalogue-page.mjs";
import { fidelityPage } from "./docs/fidelity-page.mjs";
import { fitLines } from "./docs/fit-lines.mjs";
import { flowPages } from "./docs/flow-pages.mjs";
import { playCatalogue } from "./docs/play-catalogue.mjs";
import { scenarioReferencePage } from "./docs/scenario-reference-page.mjs";

const DOCS = fileURLToPath(new URL("../docs/", import.meta.url));
const check = process.argv.includes("--check");

const played = await playCatalogue();
const pages = [
  ...flowPages(played).map(([path, text]) => [path, fitLines(text)]),
  ["fidelity.md", fidelityPage()],
  ["catalogue.md", fitLines(cataloguePage(played))],
  ["scenario-reference.md", fitLines(scenarioReferencePage())],
  ["../scenarios/scenario.schema.json", `${JSON.stringify(editorSchema("urn:irsa-sim:scenario:v1"), null, 2)}\n`],
];
const stale = pages.filter(([path, text]) => !existsSync(DOCS + path) || readFileSync(DOCS + path, "utf8") !== text);
if (check && stale.length > 0) {
  console.error(`stale: ${stale.map(([path]) => `docs/${path}`).join(", ")}; run: npx -y pnpm@12 pages`);
  process.exitCode = 1;
}
if (!check) {
  for (const [path, text] of stale) {
    mkdirSync(dirname(DOCS + path), { recursive: true });
    writeFileSync(DOCS + path, text);
  }
}
console.log(`${pages.length} pages of docs ${check ? "checked" : "written"}, ${stale.length} ${check ? "stale" : "changed"}`);
