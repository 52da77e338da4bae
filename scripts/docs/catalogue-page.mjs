// docs/catalogue.md: every scenario that ships, by step and by message, with symptom, cause and fix.
import { CAUSES } from "../../packages/diagnosis/dist/index.js";
import { packTable } from "./catalogue-packs.mjs";
import { cell } from "./cell.mjs";

/** The page, from the scenarios as they were played. */
export function cataloguePage(played) {
  const entries = played.map(toEntry);
  const refused = entries.filter(({ failure }) => failure !== null);
  const warned = entries.filter(({ failure, warnings }) => failure === null && warnings.length > 0);
  const fine = entries.filter(({ failure, warnings }) => failure === null && warnings.length === 0);
  const found = new Set(entries.flatMap(({ failure, warnings }) => [failure?.cause ?? [], ...warnings.map(({ cause }) => cause)]).flat());
  return `<!-- Written by scripts/generate-docs.mjs from runs of all scenarios; do not edit. -->
# The catalogue

${new Set(played.map(({ name }) => name.replace(/\[.*/, ""))).size} scenarios, ${played.length} with every cell of a matrix; ${found.size} causes. Play one with \`irsa-sim run NAME\`, step through it with \`irsa-sim step NAME\`, compare it with what it expects with \`irsa-sim test NAME\`.

- [Packs](#packs): one message with many causes, and collections for a workshop or for CI
- [What works](#what-works): ${fine.length} scenarios in which everything is as it should be
- [By step](#by-step): ${refused.length} scenarios that are refused, by the step in which the refusal arises
- [No error at all](#no-error-at-all): ${warned.length} scenarios that succeed and should not, or have no effect
- [By message](#by-message): what AWS, Kubernetes or the SDK says, and everything that can be behind it
- [Causes](#causes): what you see, why, and how to prove it on a real cluster

## Packs

Each is a tag: \`irsa-sim test --tag NAME\` plays all of it, \`irsa-sim list --json\` shows the tags of each.

${packTable(entries)}

## What works

${fine.map(({ name, title }) => `- \`${name}\`: ${cell(title)}`).join("\n")}

## By step

${byStep(refused)}
## No error at all

Nothing is refused, and something is wrong all the same.

${warned.map(entryOf).join("\n")}
## By message

What the caller is told is the same; what is behind it is not, and what helps is not.

${byMessage(entries)}
## Causes

${CAUSES.map(causeEntry).join("\n")}`;
}

function toEntry({ name, scenario, report }) {
  return { name, title: scenario.title, tags: scenario.tags, failure: report.failure, warnings: report.warnings, steps: report.steps };
}

function byStep(refused) {
  const steps = [...new Set(refused.map(({ failure }) => failure.step))].sort((a, b) => a - b);
  return steps
    .map((step) => {
      const here = refused.filter(({ failure }) => failure.step === step);
      return `### Step ${step}: ${here[0].steps[step].title}\n\n${here.map(entryOf).join("\n")}`;
    })
    .join("\n");
}

function entryOf({ name, title, failure, warnings }) {
  const lines = [...(failure === null ? ["- **symptom** none: every call succeeds"] : linesOfFailure(failure)), ...warnings.flatMap(linesOfWarning)];
  return `#### ${name}\n\n${cell(title)}.\n\n${lines.join("\n")}\n`;
}

function linesOfFailure(failure) {
  const { cause, because, fix, check } = failure;
  return [
    `- **symptom** ${cell(messageOf(failure))}`,
    `- **cause** ${cause === null ? "none of the catalogue" : linkTo(cause)}`,
    ...(check === null ? [] : [`- **check** \`${check}\``]),
    ...(because === null ? [] : [`- **because** ${cell(because)}`]),
    ...(fix === null ? [] : [`- **fix** ${cell(fix)}`]),
  ];
}

function linesOfWarning({ cause, because, fix }) {
  return [`- **beware** ${linkTo(cause)}: ${cell(because)}`, `- **fix** ${cell(fix)}`];
}

function linkTo(cause) {
  return `[${cause}](#cause-${cause}): ${cell(CAUSES.find(({ id }) => id === cause)?.title ?? "")}`;
}

function byMessage(entries) {
  const refusals = entries.flatMap(({ name, failure, warnings }) => [
    ...(failure === null ? [] : [{ name, message: messageOf(failure), cause: failure.cause, fix: failure.fix }]),
    ...(failure === null ? warnings.map(({ cause, fix }) => ({ name, message: "no error", cause, fix })) : []),
  ]);
  const messages = [...new Set(refusals.map(({ message }) => message))].sort();
  return messages.map((message) => `### ${cell(message)}\n\n${messageTable(refusals.filter((one) => one.message === message))}\n`).join("\n");
}

function messageTable(refusals) {
  const rows = refusals.map(({ name, cause, fix }) => `| \`${cause ?? "none"}\` | \`irsa-sim run ${quoted(name)}\` | ${cell(fix ?? "")} |`).sort();
  return `| cause | scenario | fix |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

/** A name as a shell takes it: that of a matrix's cell has brackets. */
function quoted(name) {
  return name.includes("[") ? `'${name}'` : name;
}

/** What differs from run to run or from pod to pod is left out, so that the same message is told once. */
function messageOf({ code, status, message }) {
  return `${code}${status === null ? "" : ` (${status})`}: ${message.replaceAll(/\b\d{10}\b/g, "TIME")}`;
}

function causeEntry({ id, title, see, why, prove, sources }) {
  return `### Cause ${id}

${cell(title)}.

- **you see** ${cell(see)}
- **why** ${cell(why)}
- **prove it**
${prove.map((command) => `  - \`${command}\``).join("\n")}
- **met by** ${sources.map((source) => `<${source}>`).join(", ")}
`;
}
