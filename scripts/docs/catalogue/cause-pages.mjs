// causes-step-N.md and causes-no-error.md: what you see, why it comes about, and how to prove it on a real cluster.
import { cell } from "../cell.mjs";

/** The pages by name: an index, and one a step. */
export function causePages({ pages }) {
  const index = pages.map(({ page, causes }) => `## ${headingOf(page)}\n\n${causes.map((cause) => lineOf(cause, page)).join("\n")}\n`);
  return [
    [
      "causes.md",
      `# The causes

What can be behind a refusal, or wrong without one. Each stands under the step in which it is met first.

${index.join("\n")}`,
    ],
    ...pages.map(({ page, causes }) => [`${page}.md`, `# Causes: ${headingOf(page)}\n\n${causes.map(causeEntry).join("\n")}`]),
  ];
}

function headingOf(page) {
  const [, step] = /step-(\d)/.exec(page) ?? [];
  return step === undefined ? "no error at all" : `refused in step ${step}`;
}

function lineOf({ id, title }, page) {
  return `- [${id}](${page}.md#cause-${id}): ${cell(title)}`;
}

function causeEntry({ id, title, see, why, prove, sources }) {
  return `## Cause ${id}

${cell(title)}.

- **you see** ${cell(see)}
- **why** ${cell(why)}
- **prove it**
${prove.map((command) => `  - \`${command}\``).join("\n")}
- **met by** ${sources.map((source) => `<${source}>`).join(", ")}
`;
}
