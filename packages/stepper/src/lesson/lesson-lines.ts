import { cleanLine, fixLabel } from "@irsa-sim/trace-views";
import { field } from "../panes/field.js";
import { prose } from "../panes/prose.js";
import { cut } from "../screen/cut.js";
import type { StepperPalette } from "../screen/stepper-palette.js";
import type { StepperState } from "../state/stepper-state.js";
import { causeChoices, type LessonChoice, stepChoices } from "./lesson-choices.js";

/** The lesson as far as the viewer is with it. */
export function lessonLines(state: StepperState, width: number, palette: StepperPalette): readonly string[] {
  const { phase } = state.lesson;
  const look = { width, palette };
  if (phase === "step") return [palette.strong("In which step is it refused?"), "", ...choiceLines(state, stepChoices(state), look)];
  if (phase === "cause") return [palette.strong("And what is the cause?"), "", ...choiceLines(state, causeChoices(state), look)];
  return phase === "revealed" ? revealLines(state, look) : questionLines(state, look);
}

interface Look {
  readonly width: number;
  readonly palette: StepperPalette;
}

function questionLines({ played, lesson }: StepperState, look: Look): readonly string[] {
  const { palette } = look;
  const { story, question, hints } = played.lesson ?? { story: null, question: null, hints: [] };
  const shown = hints.slice(0, lesson.hints);
  return [
    ...(story === null ? [] : [...prose(story, look), ""]),
    ...prose(question ?? "What becomes of it?", look).map((line) => palette.strong(line)),
    ...shown.flatMap((hint, index) => ["", ...field(`hint ${index + 1}`, hint, look, { column: 8 })]),
    "",
    palette.quiet(hints.length === shown.length ? "no more hints" : `h shows ${shown.length === 0 ? "a" : "another"} hint, which costs a point`),
    palette.quiet("Enter: predict in which step it is refused, and why"),
    palette.quiet("Esc: look at what the developer wrote"),
  ];
}

function choiceLines<Value>({ lesson }: StepperState, choices: readonly LessonChoice<Value>[], { width, palette }: Look): readonly string[] {
  const whole = choices.map(({ key, title }, index) => `${index === lesson.chosen ? "▸" : " "} ${key}  ${cleanLine(title)}`);
  const lines = whole.map((line) => cut(line, width));
  const isCut = lines[lesson.chosen] !== whole[lesson.chosen];
  return [
    ...lines.map((line, index) => (index === lesson.chosen ? palette.selected(line) : line)),
    ...(isCut ? ["", ...prose(choices[lesson.chosen]?.title ?? "", { width }).map((line) => palette.quiet(line))] : []),
  ];
}

function revealLines({ played, lesson, score }: StepperState, look: Look): readonly string[] {
  const { palette } = look;
  const { report } = played.story;
  const { failure, warnings } = report;
  const mark = (isRight: boolean): string => (isRight ? palette.good("✔ right") : palette.bad("✘ wrong"));
  const step = failure === null ? "nothing is refused" : `step ${failure.step}, ${report.steps[failure.step]?.title ?? ""}`;
  const because =
    failure === null
      ? warnings.map((warning) => `${warning.cause}: ${warning.because}`)
      : [`${failure.cause ?? failure.code}: ${failure.because ?? failure.message}`];
  const fix = failure?.fix ?? warnings[0]?.fix ?? null;
  return [
    ...(score === null
      ? []
      : [
          `${palette.strong(`${score.points} of ${score.of} points`)}   step ${mark(score.stepIsRight)}   cause ${mark(score.causeIsRight)}${hintsUsed(lesson.hints)}`,
          "",
        ]),
    ...field("Refused", step, look, { column: 9 }),
    ...(because.length === 0 ? field("Cause", "nothing is wrong", look, { column: 9 }) : because.flatMap((text) => field("Cause", text, look, { column: 9 }))),
    ...(fix === null ? [] : field(failure === null ? "Look at" : fixLabel(failure), fix, look, { column: 9 })),
    ...(played.lesson?.reveal === null || played.lesson === null ? [] : ["", ...prose(played.lesson.reveal, look)]),
  ];
}

function hintsUsed(hints: number): string {
  return hints === 0 ? "" : `   ${hints} ${hints === 1 ? "hint" : "hints"} used`;
}
