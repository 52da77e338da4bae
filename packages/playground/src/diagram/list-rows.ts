import type { Moment, Story } from "@irsa-sim/story";
import { labelWork } from "./label-work.js";
import type { Row } from "./row.js";
import { rowsOfArrow } from "./rows-of-arrow.js";

/** The ten steps of a story as lines of a diagram, in the order in which they happened. */
export function listRows(story: Story): readonly Row[] {
  const moments = story.steps.flatMap(({ moments }) => moments).sort((a, b) => a.seq - b.seq);
  const rows = moments.flatMap((moment): readonly Row[] => (moment.kind === "arrow" ? rowsOfArrow(moment, moments) : rowOfWork(moment)));
  return rows.sort((a, b) => a.seq - b.seq);
}

function rowOfWork(moment: Exclude<Moment, { kind: "arrow" }>): readonly Row[] {
  const label = labelWork(moment);
  if (label === null) return [];
  const { seq, step, at, actor } = moment;
  return [{ kind: "work", seq, step, at, from: actor, to: actor, label, isRefused: moment.kind === "check", arrow: null, moment }];
}
