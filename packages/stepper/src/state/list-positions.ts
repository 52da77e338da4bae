import { type CheckEvent, epochMillis } from "@irsa-sim/core";
import type { Arrow, StepStory, Story } from "@irsa-sim/story";
import type { Position } from "./position.js";

/** In which order one walks: step by step, or as it happened. */
export type WalkingOrder = "steps" | "time";

type Start = Omit<Position, "until">;

/**
 * The places of a story: each exchange of each step; a step without any is one place. Where a step is refused by a check, that refusal is a place too.
 * There is at least one for each step, so that each can be looked at.
 */
export function listPositions(story: Pick<Story, "steps">, order: WalkingOrder = "steps"): readonly Position[] {
  const arrows = story.steps.flatMap((step) => step.arrows);
  const starts = story.steps.flatMap((step) => startsOf(step, arrows));
  const seqs = starts.flatMap(({ from }) => from ?? []).sort((a, b) => a - b);
  const last = Math.max(0, ...story.steps.flatMap(({ moments }) => moments.map(({ seq }) => seq)));
  const positions = starts.map((start) => ({ ...start, until: untilOf(start, seqs, last) }));
  return order === "steps" ? positions : positions.filter(({ from }) => from !== null).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
}

/** Up to where the next place begins in time; a step that was not reached is looked at from the end. */
function untilOf({ from }: Start, seqs: readonly number[], last: number): number {
  if (from === null) return last;
  const next = seqs.find((seq) => seq > from);
  return next === undefined ? last : next - 1;
}

function startsOf(story: StepStory, arrows: readonly Arrow[]): readonly Start[] {
  const { step, moments } = story;
  const refusal = story.outcome === "refused" ? refusalOf(story, arrows) : [];
  const first = moments[0];
  if (story.arrows.length > 0) return [...story.arrows.map((arrow) => ({ step, arrow, isRefusal: false, from: arrow.seq, at: arrow.at })), ...refusal];
  if (refusal.length > 0) return refusal;
  return [{ step, arrow: null, isRefusal: false, from: first?.seq ?? null, at: first?.at ?? lastTime(arrows) }];
}

/** The failed check of the exchange that is refused for it. */
function refusalOf({ step, checks }: StepStory, arrows: readonly Arrow[]): readonly Start[] {
  const failed = checks.findLast((check): check is CheckEvent => !check.passed);
  if (failed === undefined) return [];
  const arrow = arrows.findLast(({ refusal }) => refusal?.check?.seq === failed.seq) ?? null;
  return [{ step, arrow, isRefusal: true, from: failed.seq, at: failed.at }];
}

function lastTime(arrows: readonly Arrow[]): Start["at"] {
  return epochMillis(Math.max(0, ...arrows.map(({ at }) => at)));
}
