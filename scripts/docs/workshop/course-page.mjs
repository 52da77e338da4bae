// docs/workshop/README.md: what the course is, what it takes, and when what comes.
import { timetable } from "./timetable.mjs";

/** The page. */
export function coursePage(blocks) {
  const exercises = blocks.flatMap((block) => block.exercises);
  return `# Workshop: why does my pod not get its role?

Half a day for people who run pods on EKS, or write the policies for them. ${exercises.length} failures that people really met, and no cluster, no AWS account, no slides. In each exercise

1. **failure first**: you read what the app is told, and a colleague's story;
2. you **predict** the step that refuses, and the cause; there are hints, and each costs a point;
3. you **repair** it, in the files that you know: manifests, policies, a timeline;
4. you **prove** it: the same flow runs again, and nothing is refused.

The blocks are by message, since that is what one has in one's hands: the same words, and something else behind them.

## You need

- Node 20.19 or later and this repository, on each machine, or nothing at all: see [room mode](room-mode.md)
- the sheets of the blocks, on paper if you like: each prints on a few pages
- for the trainer: [the notes](trainer-notes.md), which have all answers

## Timetable

${timetable(blocks)}

## Before you begin

\`\`\`console
$ irsa-sim run basic
…
 ✔ as expected: every call succeeded
\`\`\`

That is the flow when all is well. [docs/flow](../flow/README.md) tells each of the ten steps; \`irsa-sim step basic\` walks through them.

## How an exercise goes

The sheet of a block names its lesson, such as \`irsa-sim lesson '${blocks[0].tags}'\`. It asks, hints, takes your prediction and reveals, and keeps the score.

Then repair. Make a folder \`repair\` with this \`scenario.yaml\`; the sheet says which name to put for \`NAME\`:

\`\`\`yaml
title: My repair
base: NAME
patch: {} # what you change, by address, as in docs/scenario-reference.md
expect:
  outcome: succeeded
  warnings: []
\`\`\`

\`irsa-sim test repair\` says whether it holds. \`irsa-sim run NAME --step 7 --verbose\` shows a step with its whole messages. No peeping into \`scenarios/NAME/scenario.yaml\`: it has the answer.

## It cannot drift

These pages are made from the scenarios tagged \`workshop\`, by \`npx -y pnpm@12 pages\`. CI plays each lesson with the answers in \`answers/\`, each repair in \`repairs/\`, and every command that stands in a block.
`;
}
