import { createInterface } from "node:readline";
import { openState, openTerminal, runStepper } from "@irsa-sim/stepper";
import { EXIT } from "../exit-codes.js";
import { answerLesson } from "../lessons/answer-lesson.js";
import { chooseLessons } from "../lessons/choose-lessons.js";
import { readOutlines } from "../listing/read-outlines.js";
import { createStage } from "../stepping/create-stage.js";
import { hasTerminal } from "../terminal/has-terminal.js";
import { print } from "../terminal/print.js";
import { createStepperPalette } from "../terminal/stepper-palette.js";
import type { RunFlags } from "./run-flags.js";

/** How a series went. */
interface Total {
  readonly points: number;
  readonly of: number;
}

/**
 * `irsa-sim lesson`: all scenarios with a tag as a series of questions: read, predict, see. Without a terminal each line of standard input is an answer, so that
 * a script can check exercises.
 *
 * @returns 0 when every answer was right and needed no hint, else 1; at a terminal always 0
 * @throws {UsageError} when no scenario has the tag
 */
export async function lesson(tag: string, flags: RunFlags): Promise<number> {
  const names = chooseLessons(await readOutlines(), tag);
  const isTerminal = hasTerminal();
  const { points, of } = isTerminal ? await playInTerminal(names, flags) : await playLineByLine(names, flags);
  print(`${points} of ${of} points\n`);
  return isTerminal || points === of ? EXIT.asExpected : EXIT.unexpected;
}

async function playInTerminal(names: readonly string[], flags: RunFlags): Promise<Total> {
  const look = { palette: createStepperPalette(flags.color), showTokens: flags.showTokens ?? false };
  let total: Total = { points: 0, of: 0 };
  let terminal: ReturnType<typeof openTerminal> | null = null;
  try {
    for (const [index, name] of names.entries()) {
      const stage = createStage(name, flags);
      const series = { number: index + 1, of: names.length, points: total.points };
      const opened = openState(await stage.open(), { asLesson: true, series });
      terminal ??= openTerminal(process.stdin, process.stdout);
      const { how, state } = await runStepper(opened, { ...look, terminal, stage });
      if (state.score !== null) total = { points: total.points + state.score.points, of: total.of + state.score.of };
      if (how === "quit") break;
    }
  } finally {
    terminal?.close();
  }
  return total;
}

async function playLineByLine(names: readonly string[], flags: RunFlags): Promise<Total> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string | null> => {
    const { value, done } = await lines.next();
    return done === true ? null : value;
  };
  let total: Total = { points: 0, of: 0 };
  for (const [index, name] of names.entries()) {
    const played = await createStage(name, flags).open();
    const { points, of } = await answerLesson({ number: index + 1, of: names.length, played }, nextLine);
    total = { points: total.points + points, of: total.of + of };
  }
  return total;
}
