// README.md of the catalogue: how many there are, and how to find one.
import { PACKS } from "./packs.mjs";

/** The page. */
export function readmePage(entries, { pages }) {
  const scenarios = new Set(entries.map(({ name }) => name.replace(/\[.*/, ""))).size;
  const causes = pages.reduce((sum, page) => sum + page.causes.length, 0);
  const refused = entries.filter(({ failure }) => failure !== null);
  const steps = [...new Set(refused.map(({ failure }) => failure.step))].sort((a, b) => a - b);
  const count = (keep) => entries.filter(keep).length;
  const rows = Object.entries(PACKS).map(([tag, what]) => `| [\`${tag}\`](packs.md#${tag}) | ${count(({ tags }) => tags.includes(tag))} | ${what} |`);
  return `# The catalogue

${scenarios} scenarios, ${entries.length} with every cell of a matrix; ${causes} causes. These pages are for looking things up, by people and by programs.

## How to find

| you have | look in |
| --- | --- |
| an error message | [messages.md](messages.md): each message with all that can be behind it |
| a step that fails | ${steps.map((step) => `[${step}](step-${step}.md)`).join(", ")} |
| a cause | [causes.md](causes.md): what you see, why, how to prove it on a real cluster |
| no error, and a doubt | [no-error.md](no-error.md): ${count(({ failure, warnings }) => failure === null && warnings.length > 0)} that succeed and should not, or have no effect |
| a setup that should work | [works.md](works.md): ${count(({ failure, warnings }) => failure === null && warnings.length === 0)} in which all is well |

Play one with \`irsa-sim run NAME\`, step through it with \`irsa-sim step NAME\`, compare it with what it expects with \`irsa-sim test NAME\`.

| refused in step | scenarios |
| --- | --- |
${steps.map((step) => `| [${step}: ${refused[0].steps[step].title}](step-${step}.md) | ${refused.filter(({ failure }) => failure.step === step).length} |`).join("\n")}

## Packs

Each is a tag: \`irsa-sim test --tag NAME\` plays all of it.

| tag | scenarios | what it holds |
| --- | --- | --- |
${rows.join("\n")}
`;
}
