import type { Moment, Story } from "@irsa-sim/story";
import { labelWork } from "./label-work.js";
import type { Row } from "./row.js";
import { rowsOfArrow } from "./rows-of-arrow.js";

/**
 * The ten steps of a story as lines of a diagram, in the order in which they happened.
 * What an actor makes of an answer, and is not drawn, has happened when the viewer stands at the answer; of a request nobody has read anything yet.
 */
export function listRows(story: Story): readonly Row[] {
  const moments = story.steps.flatMap(({ moments }) => moments).sort((a, b) => a.seq - b.seq);
  const rows = moments.flatMap((moment): readonly Row[] => (moment.kind === "arrow" ? rowsOfArrow(moment, moments) : rowOfWork(moment)));
  // What began last ends first: a check, then the answer to the call that it stopped, then the answer to the call around that.
  rows.sort((a, b) => a.seq - b.seq || beganAt(b) - beganAt(a));
  const last = moments.at(-1)?.seq ?? -1;
  return rows.map((row, index) => (row.kind === "request" ? row : { ...row, seq: Math.max(row.seq, (rows[index + 1]?.seq ?? last + 1) - 1) }));
}

function beganAt({ arrow, moment, seq }: Row): number {
  return (arrow ?? moment)?.seq ?? seq;
}

function rowOfWork(moment: Exclude<Moment, { kind: "arrow" }>): readonly Row[] {
  const label = labelWork(moment);
  if (label === null) return [];
  const { seq, step, at, actor } = moment;
  return [{ kind: "work", seq, step, at, from: actor, to: actor, label, isRefused: moment.kind === "check", arrow: null, moment }];
}
