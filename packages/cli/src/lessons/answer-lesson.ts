import { type LessonScore, type Played, parseAnswer, scorePrediction } from "@irsa-sim/stepper";
import { print } from "../terminal/print.js";

/** A lesson among others. */
export interface NumberedLesson {
  readonly number: number;
  readonly of: number;
  readonly played: Played;
}

const HOW = "answer with the step that refuses and the cause, such as `7 trust-sub-mismatch`; `none` for none; `hint` or `skip`";

/**
 * Asks a lesson where there is no terminal: each line is an answer.
 *
 * @param nextLine `null` when there are no more
 */
export async function answerLesson({ number, of, played }: NumberedLesson, nextLine: () => Promise<string | null>): Promise<LessonScore> {
  const { lesson, story } = played;
  const hints = lesson?.hints ?? [];
  say([`lesson ${number} of ${of}`, lesson?.story ?? "", lesson?.question ?? "What becomes of it?", HOW]);
  for (let shown = 0; ; ) {
    const line = await nextLine();
    const answer = line === null ? { kind: "skip" as const } : parseAnswer(line);
    if (answer === null) {
      say([`"${line}" is no answer: ${HOW}`]);
    } else if (answer.kind === "hint") {
      say([hints[shown] === undefined ? "there are no more hints" : `hint ${shown + 1}: ${hints[shown]}`]);
      shown = Math.min(shown + 1, hints.length);
    } else {
      const score = answer.kind === "skip" ? scorePrediction(null, shown, story.report) : scorePrediction(answer.prediction, shown, story.report);
      say([...verdict(score, played), ""]);
      return score;
    }
  }
}

function verdict({ stepIsRight, causeIsRight, points, of }: LessonScore, { story, lesson }: Played): readonly string[] {
  const { failure, warnings, scenario } = story.report;
  const truth = failure === null ? `none ${warnings[0]?.cause ?? "none"}` : `${failure.step} ${failure.cause ?? "none"}`;
  const because = failure === null ? (warnings[0]?.because ?? "nothing is refused, and nothing is wrong") : (failure.because ?? failure.message);
  return [`${points} of ${of} points: step ${isRight(stepIsRight)}, cause ${isRight(causeIsRight)}; ${scenario}: ${truth}`, because, lesson?.reveal ?? ""];
}

function isRight(right: boolean): string {
  return right ? "right" : "wrong";
}

function say(lines: readonly string[]): void {
  print(
    lines
      .map((line) => `${line.trim()}\n`)
      .filter((line, index) => line !== "\n" || index === lines.length - 1)
      .join(""),
  );
}
