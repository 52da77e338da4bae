// Writes docs/flow/: one page a step, from the step's own words and a real run of the scenario `basic`.
// With --check it writes nothing and fails when a page is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createScenarioFilesOnDisk, playScenario } from "../packages/cli/dist/tsc/index.js";
import { PLAIN_PALETTE, renderMessages, renderStepBlock } from "../packages/trace-views/dist/index.js";

const FOLDER = fileURLToPath(new URL("../docs/flow/", import.meta.url));
const PACKAGES = fileURLToPath(new URL("../packages/", import.meta.url));
const FIDELITY = "../fidelity.md";
const check = process.argv.includes("--check");

const files = createScenarioFilesOnDisk();
const flags = { network: "memory", seed: "1", startAt: Date.UTC(2026, 0, 5, 9) };
const basic = await playScenario("basic", flags);
const failing = [];
for (const name of files.catalogue()) {
  const report = await playScenario(name, flags);
  if (report.failure !== null) failing.push({ name, report });
}

const pages = new Map(basic.steps.map((step) => [fileName(step), page(step)]));
pages.set("README.md", index());
pages.set(FIDELITY, fidelity());

const stale = [...pages].filter(([file, text]) => !existsSync(FOLDER + file) || readFileSync(FOLDER + file, "utf8") !== text).map(([file]) => file);
if (check && stale.length > 0) {
  console.error(`stale: ${stale.map((file) => `docs/${file === FIDELITY ? "fidelity.md" : `flow/${file}`}`).join(", ")}; run: npx -y pnpm@12 pages`);
  process.exitCode = 1;
}
if (!check) {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of stale) writeFileSync(FOLDER + file, pages.get(file));
}
console.log(`${pages.size} pages of docs ${check ? "checked" : "written"}, ${stale.length} ${check ? "stale" : "changed"}`);

function fileName({ step, title }) {
  return `${step}-${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")}.md`;
}

function page(step) {
  const options = { width: 100, palette: PLAIN_PALETTE, verbose: false, showTokens: false };
  const refused = failing.filter(({ report }) => report.failure.step === step.step);
  return `<!-- Written by scripts/generate-docs.mjs from a run of the scenario basic; do not edit. -->
# Step ${step.step}: ${step.title}

## Why

${step.why}

## What really happens

${step.technical}

## What you see

\`\`\`text
${renderStepBlock(basic, step.step, options).trimEnd()}
\`\`\`

## Evidence

The step counts as done when the trace shows that

${step.evidence.map(({ what }) => `- ${what}`).join("\n")}

## Where it breaks

${refused.length === 0 ? "No scenario is refused in this step yet." : refused.map(({ name, report }) => `- \`irsa-sim run ${name}\`: ${report.title}. ${report.failure.code}: ${report.failure.message}`).join("\n")}

## The messages

\`\`\`text
${renderMessages(basic, step.step, options).trimEnd() || "no message: this happens inside one actor"}
\`\`\`
`;
}

function index() {
  return `<!-- Written by scripts/generate-docs.mjs; do not edit. -->
# The flow, step by step

| step | what happens | done when the trace shows that |
| --- | --- | --- |
${basic.steps.map((step) => `| ${step.step} | [${step.title}](${fileName(step)}) | ${step.evidence.map(({ what }) => what).join("; ")} |`).join("\n")}
`;
}

/** docs/fidelity.md as it stands, with the list at its end gathered anew from the "Differs from" paragraphs of the sources. */
function fidelity() {
  const text = readFileSync(FOLDER + FIDELITY, "utf8");
  const mark = "<!-- Below: written by scripts/generate-docs.mjs; do not edit. -->";
  const files = readdirSync(PACKAGES, { recursive: true, encoding: "utf8" }).filter((file) => /^[^/]+\/src\/.*\.ts$/.test(file) && !file.endsWith(".test.ts"));
  const lines = files
    .sort()
    .flatMap((file) => differences(readFileSync(PACKAGES + file, "utf8")).map((difference) => `- \`${file.replace("/src/", "/")}\`: ${difference}`));
  return `${text.slice(0, text.indexOf(mark) + mark.length)}\n\n${lines.join("\n")}\n`;
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
