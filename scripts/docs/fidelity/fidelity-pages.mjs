// docs/fidelity.md, whose beginning is written by hand, and docs/fidelity/: what the sources say themselves, and the coverage of each fact sheet.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { coveragePages, coverageSummary } from "./coverage-pages.mjs";
import { departureTables } from "./departure-tables.mjs";
import { sourcesPage } from "./sources-page.mjs";

const PAGE = fileURLToPath(new URL("../../../docs/fidelity.md", import.meta.url));
const MARK = "<!-- Below: written by scripts/generate-docs.mjs from docs/departures and docs/coverage; do not edit. -->";

/** The pages by path below docs/. */
export function fidelityPages() {
  const text = readFileSync(PAGE, "utf8");
  const byHand = text.slice(0, text.indexOf(MARK) + MARK.length);
  return [["fidelity.md", `${byHand}\n\n${departureTables()}\n${coverageSummary()}`], ["fidelity/sources.md", sourcesPage()], ...coveragePages()];
}
