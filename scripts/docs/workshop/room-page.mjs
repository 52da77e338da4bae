// docs/workshop/room-mode.md: the course without any installation.

/** The page. */
export function roomPage(blocks) {
  return `# Room mode: one file on a stick

No Node on the machines, no network in the room, no rights to install: the whole simulator is also one HTML file, with all scenarios in it. It loads nothing from anywhere, so it runs from a stick.

1. At home, build it once: \`npx -y pnpm@12 build\`. The file is \`packages/playground/dist/index.html\`; call the copy \`irsa-sim.html\`.
2. Put it on a stick, with these pages printed, or as they are.
3. In the room, copy it to each machine and open it in a current browser. Turn the network off first, if somebody doubts.

The sheets stay the same. Where one says \`irsa-sim lesson …\`, the page has **Lesson**: it shows the documents and the question, hints one at a time, and takes a prediction before it reveals. \`/\` finds a scenario.
Since its name tells much, let the trainer open it, then turn the screen to the pair. These are the scenarios of each block:

| block | scenarios |
| --- | --- |
${blocks.map(({ number, file, exercises }) => `| [${number}](${file}.md) | ${exercises.map(({ name }) => `\`${name}\``).join(", ")} |`).join("\n")}

**Edit** is for the repair: each change is played at once. What one saves with **Share** is a folder that \`irsa-sim test\` runs at home.

For the wall, one machine and a projector are enough: the page reads at 1280x720, and the arrow keys, or a presenter's clicker, move it.
`;
}
