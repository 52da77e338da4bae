// docs/workshop/N-….md: the participants' sheets, one a block. Nothing before "Repair" tells an answer, and a scenario's name does.
import { cell } from "../cell.mjs";
import { wrapWords } from "../wrap-words.mjs";
import { toldBy } from "./told-by.mjs";

/** As much as a line of a printed page takes. */
const PAPER_CHARACTERS = 90;

/** The sheets by name. */
export function sheetPages(blocks) {
  return blocks.map((block) => [`${block.file}.md`, sheet(block, blocks)]);
}

function sheet({ number, tags, told, exercises }, blocks) {
  const before = blocks[number - 2];
  const next = blocks[number];
  return `# Block ${number}: ${told}

${exercises.length} exercises. Read, predict, then let it be revealed:

\`\`\`console
$ irsa-sim lesson '${tags}'
\`\`\`

${exercises.map(exercise).join("\n")}
## Repair, and prove it

Once all is revealed. [How a repair is written](README.md#how-an-exercise-goes).

| exercise | \`base\` | it says |
| --- | --- | --- |
${exercises.map((one) => `| ${one.number} | \`${one.name}\` | ${cell(one.scenario.title)} |`).join("\n")}

${before === undefined ? "" : `[Block ${before.number}](${before.file}.md) · `}[The course](README.md)${next === undefined ? "" : ` · [Block ${next.number}](${next.file}.md)`}
`;
}

function exercise(one) {
  const { story, question, hints } = one.written.lesson;
  return `## Exercise ${one.number}

> ${cell(story ?? one.scenario.description)}

The app is told:

\`\`\`text
${wrapWords(toldBy(one), PAPER_CHARACTERS).join("\n")}
\`\`\`

**${cell(question)}**

- step: \\_\\_\\_
- cause: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_

${hints.map((hint, index) => `<details><summary>Hint ${index + 1}</summary>${cell(hint)}</details>`).join("\n")}
`;
}
