import { STEPS } from "@irsa-sim/core";
import type { StepperState } from "../state/stepper-state.js";
import { chooseCauses } from "./choose-causes.js";
import { truthOf } from "./truth-of.js";

/** Something to predict. */
export interface LessonChoice<Value> {
  readonly key: string;
  readonly value: Value | null;
  readonly title: string;
}

/** The steps, and that none refuses. */
export function stepChoices({ played }: Pick<StepperState, "played">): readonly LessonChoice<(typeof STEPS)[number]>[] {
  const steps = STEPS.map((step) => ({ key: String(step), value: step, title: played.story.report.steps[step]?.title ?? "" }));
  return [...steps, { key: "-", value: null, title: "none: nothing is refused" }];
}

/** Some causes, and that nothing is wrong. */
export function causeChoices({ played }: Pick<StepperState, "played">): readonly LessonChoice<string>[] {
  const { report } = played.story;
  const causes = chooseCauses(played.causes, truthOf(report).cause, report.scenario);
  return [
    ...causes.map(({ id, title }, index) => ({ key: String(index + 1), value: id, title: `${id}: ${title}` })),
    { key: "-", value: null, title: "none of these: nothing is wrong" },
  ];
}
