import type { RunStory, Story } from "@irsa-sim/story";
import { describeOutcome } from "./describe-outcome.js";
import type { Row } from "./row.js";
import { toMermaid } from "./to-mermaid.js";

/** A run as a page of Markdown: the answer first, the steps, the diagram. */
export function runToMarkdown({ report }: RunStory, story: Story, rows: readonly Row[]): string {
  const { failure } = report;
  const answer =
    failure === null
      ? ["It succeeds."]
      : [
          `**${[failure.status, failure.code].filter((part) => part !== null).join(" ")}** ${escapeMarkdown(failure.message)}`,
          ...(failure.because === null ? [] : [`**Because** ${escapeMarkdown(failure.because)}`]),
          ...(failure.expected === null || failure.actual === null ? [] : [`- expected ${code(failure.expected)}\n- found ${code(failure.actual)}`]),
          ...(failure.fix === null ? [] : [`**Fix** ${escapeMarkdown(failure.fix)}`]),
        ];
  const steps = story.steps.map((step) => {
    const { sign, words } = describeOutcome(step);
    return `| ${step.step} | ${escapeMarkdown(step.title)} | ${sign} ${escapeMarkdown(words)} |`;
  });
  const table = ["| step | what happens | outcome |", "| ---: | --- | --- |", ...steps].join("\n");
  return [`# ${escapeMarkdown(report.title)}`, `\`${report.scenario}\``, ...answer, table, `\`\`\`mermaid\n${toMermaid(rows)}\`\`\``, ""].join("\n\n");
}

/** Text that Markdown and HTML leave as it is. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_[\]<>|&]/g, (character) => `\\${character}`);
}

/** A value between enough backticks. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${longest > 0 ? ` ${text} ` : text}${ticks}`;
}
