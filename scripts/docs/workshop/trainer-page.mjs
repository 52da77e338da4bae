// docs/workshop/trainer-notes.md: every answer, what to show, and the repair.
import { CAUSES } from "../../../packages/diagnosis/dist/index.js";
import { cell } from "../cell.mjs";
import { repairOf } from "./repair-of.mjs";
import { toldBy } from "./told-by.mjs";

/** The page. */
export function trainerPage(blocks) {
  const count = blocks.flatMap(({ exercises }) => exercises).length;
  return `# Trainer's notes

All answers are here: do not hand this page out.

## Before the day

- Play each block yourself, with \`irsa-sim lesson\`. The right answers stand in \`answers/\`, one file a block; \`irsa-sim lesson '${blocks[0].tags}' < docs/workshop/answers/${blocks[0].file}.txt\` takes them, without a terminal, and must give every point.
- All repairs hold; this is how one proves it:

\`\`\`console
$ irsa-sim test docs/workshop/repairs
…
${count} passed, 0 failed, 0 skipped  …
\`\`\`

- No network in the room, or no Node on the machines: [room mode](room-mode.md).

## In the room

- Ten minutes an exercise: two to read, four to predict in pairs, one to reveal, three to repair. Who is done early proves it on the real commands below.
- Let pairs say their prediction aloud before anything is revealed. A wrong one that is argued well is worth more than a right one that is guessed.
- Two exercises with one message belong together: ask what one would have to look at to tell them apart. That is the point of the day.
- Show an answer on the wall with \`irsa-sim step NAME\`; a presenter's clicker moves it.

${blocks.map(block).join("\n")}`;
}

function block({ number, told, exercises }) {
  return `## Block ${number}: ${told}\n\n${exercises.map(answer).join("\n")}`;
}

function answer(one) {
  const { report, written, name, number } = one;
  const { failure, warnings } = report;
  const found = failure ?? warnings[0];
  const cause = CAUSES.find(({ id }) => id === found.cause);
  return `### Exercise ${number}: ${name}

${cell(written.title)}.

- **told** ${cell(toldBy(one))}
- **step** ${failure === null ? "none: nothing is refused" : `${failure.step}, ${cell(report.steps[failure.step].title)}`}
- **cause** \`${found.cause}\`: ${cell(cause.title)}
- **because** ${cell(found.because)}
- **reveal** ${cell(written.lesson.reveal)}
- **fix** ${cell(found.fix)}
- **on a real cluster**
${cause.prove.map((command) => `  - \`${command}\``).join("\n")}

Show it with \`irsa-sim run ${name}${failure === null ? "" : ` --step ${failure.step}`}\`. The repair, [repairs/${name}/scenario.yaml](repairs/${name}/scenario.yaml):

\`\`\`yaml
${repairOf(one).trimEnd()}
\`\`\`
`;
}
