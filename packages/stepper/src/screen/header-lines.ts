import { cleanLine } from "@irsa-sim/trace-views";
import { isBlind } from "../lesson/is-blind.js";
import type { Position } from "../state/position.js";
import { positionsOf } from "../state/positions-of.js";
import type { StepperState } from "../state/stepper-state.js";
import { storyOf } from "../state/story-of.js";
import { describeTime } from "./describe-time.js";
import { sides } from "./sides.js";
import type { StepperPalette } from "./stepper-palette.js";

/** Which scenario and whose story, and what the clock shows. */
export function headerLines(state: StepperState, here: Position, columns: number, palette: StepperPalette): readonly string[] {
  const { report } = state.played.story;
  const { name, kind, subject, sdk } = storyOf(state);
  const who = kind === "container" || kind === "session" ? [subject.cluster, subject.pod, subject.container].filter(Boolean).join(" › ") : name;
  const changes = state.played.changes.map((change) => `  ${palette.bad("✎")} ${cleanLine(change)}`).join("");
  const series = state.series === null ? [] : [`lesson ${state.series.number} of ${state.series.of} · ${state.series.points} points`];
  const place = isBlind(state) ? [] : [`${state.index + 1}/${positionsOf(state).length}${state.order === "time" ? " in time" : ""}`];
  // Names and titles of scenarios tell what is wrong in them.
  const title = isBlind(state)
    ? palette.accent(palette.strong("lesson"))
    : `${palette.accent(palette.strong(cleanLine(report.scenario)))} · ${cleanLine(report.title)}`;
  return [
    sides(` ${title}`, `${describeTime(here.at, report.startAt, columns < 100)} `, columns),
    sides(
      palette.quiet(` ${cleanLine([who, ...(sdk === null ? [] : [sdk])].join(" · "))}`) + changes,
      `${palette.quiet([...series, ...place].join(" · "))} `,
      columns,
    ),
  ];
}
