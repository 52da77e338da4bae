const BEGINS_AT_MINUTES = 9 * 60;
const WELCOME_MINUTES = 20;
const EXERCISE_MINUTES = 10;
const BREAK_MINUTES = 20;
const CLOSING_MINUTES = 15;

/** The course as a table: when, how long, what; the break stands in the middle of the exercises. */
export function timetable(blocks) {
  const exercises = blocks.reduce((sum, block) => sum + block.exercises.length, 0);
  const middle = blocks.findIndex((_, index) => blocks.slice(0, index + 1).reduce((sum, block) => sum + block.exercises.length, 0) >= exercises / 3);
  const items = [
    { minutes: WELCOME_MINUTES, what: "welcome; the ten steps, as they go when all is well" },
    ...blocks.flatMap((block, index) => [
      { minutes: EXERCISE_MINUTES * block.exercises.length, what: `[block ${block.number}](${block.file}.md): ${block.told}` },
      ...(index === middle ? [{ minutes: BREAK_MINUTES, what: "break" }] : []),
    ]),
    { minutes: CLOSING_MINUTES, what: "closing: what will you look at first, the next time?" },
  ];
  let at = BEGINS_AT_MINUTES;
  const rows = items.map(({ minutes, what }) => {
    const row = `| ${clock(at)} | ${minutes} min | ${what} |`;
    at += minutes;
    return row;
  });
  return `| at | | |\n| --- | --- | --- |\n${rows.join("\n")}\n| ${clock(at)} | | end |`;
}

function clock(minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
