// docs/flow/: one page a step, from the step's own words and a real run of the scenario `basic`.
import { PLAIN_PALETTE, renderMessages, renderStepBlock } from "../../../packages/trace-views/dist/index.js";
import { flowDiagram, stepDiagram } from "./sequence-diagram.mjs";

/** The pages by path below docs/, from the scenarios as they were played. */
export function flowPages(played) {
  const { report: basic } = played.find(({ name }) => name === "basic");
  const failing = played.filter(({ report }) => report.failure !== null);
  const pages = basic.steps.map((step) => [`flow/${fileName(step)}`, page(step, { basic, failing })]);
  return [...pages, ["flow/README.md", index(basic)]];
}

function fileName({ step, title }) {
  return `${step}-${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")}.md`;
}

function page(step, { basic, failing }) {
  const options = { width: 100, palette: PLAIN_PALETTE, verbose: false, showTokens: false };
  const refused = failing.filter(({ report }) => report.failure.step === step.step);
  return `<!-- Written by scripts/generate-docs.mjs from a run of the scenario basic; do not edit. -->
# Step ${step.step}: ${step.title}

## Why

${step.why}

## What really happens

${step.technical}

\`\`\`mermaid
${stepDiagram(basic, step)}
\`\`\`

## What you see

\`\`\`text
${renderStepBlock(basic, step.step, options).trimEnd()}
\`\`\`

## Evidence

The step counts as done when the trace shows that

${step.evidence.map(({ what }) => `- ${what}`).join("\n")}

## Where it breaks

${whereItBreaks(refused, step)}

## The messages

\`\`\`text
${renderMessages(basic, step.step, options).trimEnd() || "no message: this happens inside one actor"}
\`\`\`
`;
}

function whereItBreaks(refused, { step }) {
  if (refused.length === 0) return "No scenario is refused in this step.";
  const items = refused.map(({ name, report }) => `- \`${name}\`: ${report.title}`);
  return `Refused here, ${items.length} in all; [the catalogue](../catalogue/step-${step}.md) has what is said, what is behind it and what helps:\n\n${items.join("\n")}`;
}

function index(basic) {
  return `<!-- Written by scripts/generate-docs.mjs; do not edit. -->
# The flow, step by step

\`\`\`mermaid
${flowDiagram(basic)}
\`\`\`

${basic.steps.map((step) => `${step.step}. [${step.title}](${fileName(step)})\n\n   Done when the trace shows that ${step.evidence.map(({ what }) => what).join("; ")}.`).join("\n\n")}
`;
}
