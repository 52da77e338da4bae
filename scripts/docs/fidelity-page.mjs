// The end of docs/fidelity.md: the "Differs from" paragraphs of the sources, and the coverage of each fact sheet.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { coverageTables } from "./coverage-tables.mjs";
import { fitLines } from "./fit-lines.mjs";

const PACKAGES = fileURLToPath(new URL("../../packages/", import.meta.url));
const PAGE = fileURLToPath(new URL("../../docs/fidelity.md", import.meta.url));
const MARK = "<!-- Below: written by scripts/generate-docs.mjs; do not edit. -->";

/** The page as it stands, with what follows the mark gathered anew. */
export function fidelityPage() {
  const text = readFileSync(PAGE, "utf8");
  return `${text.slice(0, text.indexOf(MARK) + MARK.length)}\n\n${fitLines(`${differencesOfSources()}\n${coverageTables()}`)}`;
}

function differencesOfSources() {
  const files = readdirSync(PACKAGES, { recursive: true, encoding: "utf8" }).filter((file) => /^[^/]+\/src\/.*\.ts$/.test(file) && !file.endsWith(".test.ts"));
  return files
    .sort()
    .flatMap((file) => differences(readFileSync(PACKAGES + file, "utf8")).map((difference) => `- \`${file.replace("/src/", "/")}\`: ${difference}`))
    .join("\n");
}

/** The "Differs from" paragraphs of a source, each as one line. */
function differences(source) {
  const comments = source.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const text = comment
      .replaceAll(/^\s*\/\*\*|\*\/$/g, "")
      .replaceAll(/^[ \t]*\* ?/gm, "")
      .trim();
    const paragraph = /Differs from[\s\S]*?(?=\n\s*\n|\n@|\nLeaves out|$)/.exec(text)?.[0];
    return paragraph === undefined ? [] : [paragraph.replaceAll(/\s+/g, " ").trim()];
  });
}
