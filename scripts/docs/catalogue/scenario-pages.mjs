// step-N.md and no-error.md: each scenario that is refused, or wrong without an error, with symptom, cause and fix.
import { cell } from "../cell.mjs";
import { messageOf } from "./message-of.mjs";

/** One page for each step in which a scenario is refused. */
export function stepPages(entries, causeLinks) {
  const refused = entries.filter(({ failure }) => failure !== null);
  const steps = [...new Set(refused.map(({ failure }) => failure.step))].sort((a, b) => a - b);
  return steps.map((step) => {
    const here = refused.filter(({ failure }) => failure.step === step);
    const page = `# Refused in step ${step}: ${here[0].steps[step].title}

${here.length} in all. Play one with \`irsa-sim run NAME\`.

${here.map((entry) => entryOf(entry, causeLinks)).join("\n")}`;
    return [`step-${step}.md`, page];
  });
}

/** The page of what succeeds and should not, or has no effect. */
export function noErrorPage(entries, causeLinks) {
  const warned = entries.filter(({ failure, warnings }) => failure === null && warnings.length > 0);
  return `# No error at all

Nothing is refused, and something is wrong all the same: ${warned.length} scenarios.

${warned.map((entry) => entryOf(entry, causeLinks)).join("\n")}`;
}

function entryOf({ name, title, failure, warnings }, causeLinks) {
  const lines = [
    ...(failure === null ? ["- **symptom** none: every call succeeds"] : linesOfFailure(failure, causeLinks)),
    ...warnings.flatMap(({ cause, because, fix }) => [`- **beware** ${causeLinks.linkTo(cause)}: ${cell(because)}`, `- **fix** ${cell(fix)}`]),
  ];
  return `## ${name}\n\n${cell(title)}.\n\n${lines.join("\n")}\n`;
}

function linesOfFailure(failure, causeLinks) {
  const { cause, because, fix, check } = failure;
  return [
    `- **symptom** ${cell(messageOf(failure))}`,
    `- **cause** ${cause === null ? "none of the catalogue" : causeLinks.linkTo(cause)}`,
    ...(check === null ? [] : [`- **check** \`${check}\``]),
    ...(because === null ? [] : [`- **because** ${cell(because)}`]),
    ...(fix === null ? [] : [`- **fix** ${cell(fix)}`]),
  ];
}
