import type { RunStory, Story } from "@irsa-sim/story";
import { fixLabel } from "../blocks/fix-label.js";
import { escapeMarkdown } from "../reports/escape-markdown.js";
import { cleanLine } from "../text/clean-line.js";
import { describeOutcome } from "./describe-outcome.js";
import type { Row } from "./row.js";
import { toMermaid } from "./to-mermaid.js";

/**
 * A run as Markdown: the answer first, the steps, the diagram.
 *
 * @param options.heading of the page; the title and the scenario's name when left out, else the title stands below it
 */
export function runToMarkdown({ report }: RunStory, story: Story, rows: readonly Row[], { heading }: { readonly heading?: string } = {}): string {
  const { failure } = report;
  const answer =
    failure === null
      ? ["It succeeds."]
      : [
          `**${[failure.status, failure.code].filter((part) => part !== null).join(" ")}** ${escaped(failure.message)}`,
          ...(failure.because === null ? [] : [`**Because** ${escaped(failure.because)}`]),
          ...(failure.expected === null || failure.actual === null ? [] : [`- expected ${code(failure.expected)}\n- found ${code(failure.actual)}`]),
          ...failure.also.map(({ because }) => `**And** ${escaped(because)}`),
          ...(failure.fix === null ? [] : [`**${fixLabel(failure)}** ${escaped(failure.fix)}`]),
        ];
  const steps = story.steps.map((step) => {
    const { sign, words } = describeOutcome(step);
    return `| ${step.step} | ${escaped(step.title)} | ${sign} ${escaped(words)} |`;
  });
  const table = ["| step | what happens | outcome |", "| ---: | --- | --- |", ...steps].join("\n");
  const head = heading === undefined ? [`# ${escaped(report.title)}`, `\`${report.scenario}\``] : [escaped(heading), escaped(report.title)];
  return [...head, ...answer, table, `\`\`\`mermaid\n${toMermaid(rows)}\`\`\``, ""].join("\n\n");
}

/** In one line, with nothing that Markdown or HTML would act on. */
function escaped(text: string): string {
  return escapeMarkdown(cleanLine(text));
}

/** A value between enough backticks. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${longest > 0 ? ` ${text} ` : text}${ticks}`;
}
