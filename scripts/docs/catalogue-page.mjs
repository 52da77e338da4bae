// docs/catalogue.md: every scenario that ships, by step and by message, with symptom, cause and fix.
import { CAUSES } from "../../packages/diagnosis/dist/index.js";

/** The page, from the scenarios as they were played. */
export function cataloguePage(played) {
  const refused = played.filter(({ report }) => report.failure !== null);
  const succeeding = played.filter(({ report }) => report.failure === null);
  return `<!-- Written by scripts/generate-docs.mjs from runs of all scenarios; do not edit. -->
# The catalogue

${played.length} scenarios, ${new Set(refused.map(({ report }) => report.failure.cause)).size} causes. Play one with \`irsa-sim run NAME\`, step through it with \`irsa-sim step NAME\`.

## What works

${succeeding.map(({ name, scenario }) => `- \`${name}\`: ${cell(scenario.title)}`).join("\n")}

## By step

${byStep(refused)}
## By message

One message can have many causes: what AWS says is the same, what helps is not.

${byMessage(refused)}
## Causes

${CAUSES.map(causeEntry).join("\n")}`;
}

function causeEntry({ id, title, see, why, prove, sources }) {
  return `### ${id}

${cell(title)}.

- **you see** ${cell(see)}
- **why** ${cell(why)}
- **prove it**
${prove.map((command) => `  - \`${command}\``).join("\n")}
- **met by** ${sources.map((source) => `<${source}>`).join(", ")}
`;
}

function byStep(refused) {
  const steps = [...new Set(refused.map(({ report }) => report.failure.step))].sort((a, b) => a - b);
  return steps
    .map((step) => {
      const here = refused.filter(({ report }) => report.failure.step === step);
      return `### Step ${step}: ${here[0].report.steps[step].title}\n\n${here.map(entry).join("\n")}`;
    })
    .join("\n");
}

function entry({ name, scenario, report }) {
  const { cause, because, fix, check } = report.failure;
  return `#### ${name}

${scenario.title}.

${cause === null ? untold(check) : told({ cause, because, fix, check })}
`;
}

function untold(check) {
  return check === null ? "- No service refused anything: the SDK gave up by itself, and no cause is named." : `- **check** \`${check}\`; no cause is named`;
}

function told({ cause, because, fix, check }) {
  return `- **cause** \`${cause}\`: ${cell(CAUSES.find(({ id }) => id === cause)?.title ?? "")}
- **check** \`${check}\`
- **because** ${cell(because)}
- **fix** ${cell(fix)}`;
}

function byMessage(refused) {
  const messages = [...new Set(refused.map(({ report }) => messageOf(report.failure)))].sort();
  return messages
    .map((message) => {
      const names = refused
        .filter(({ report }) => messageOf(report.failure) === message)
        .map(({ name, report }) => `- \`${report.failure.cause ?? "no cause named"}\`: \`irsa-sim run ${name.includes("[") ? `'${name}'` : name}\``);
      return `### ${cell(message)}\n\n${names.sort().join("\n")}\n`;
    })
    .join("\n");
}

function messageOf({ code, status, message }) {
  return `${code}${status === null ? "" : ` (${status})`}: ${message.replaceAll(/\d{10}/g, "TIME")}`;
}

function cell(text) {
  return text.replaceAll(/\s+/g, " ").replaceAll("<", "&lt;").replaceAll("*", "\\*").trim();
}
