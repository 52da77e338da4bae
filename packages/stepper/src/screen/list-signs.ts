import type { CheckEvent } from "@irsa-sim/core";
import type { Arrow, Story } from "@irsa-sim/story";
import type { Position } from "../state/position.js";
import type { Sign } from "./draw-diagram.js";
import { stepName } from "./step-name.js";

/** What the diagram shows at a place: all that has happened by then, in the order in which it did, with what belongs to the place marked as current. */
export function listSigns(story: Pick<Story, "steps">, positions: readonly Position[], here: Position): readonly Sign[] {
  const past = positions.filter(({ from }) => from !== null && from <= here.until);
  const signs = past.flatMap((position) => signsOf(story, position, here)).filter(({ at }) => at <= here.until + 1);
  return signs.sort((a, b) => a.at - b.at).map(({ sign }) => sign);
}

interface TimedSign {
  /** In units of `seq`; an answer stands before the event that follows it. */
  readonly at: number;
  readonly sign: Sign;
}

function signsOf(story: Pick<Story, "steps">, { step, arrow, isRefusal, from }: Position, here: Position): readonly TimedSign[] {
  const isCurrent = from === here.from;
  const { moments, checks } = story.steps[step] ?? { moments: [], checks: [] };
  if (isRefusal) {
    const check = checks.find((one): one is CheckEvent => one.seq === from);
    return check === undefined ? [] : [{ at: check.seq, sign: { kind: "refusal", check, isCurrent } }];
  }
  if (arrow !== null) return arrowSigns(arrow, here, isCurrent);
  const [first] = moments;
  if (first === undefined) return [];
  const actor = first.kind === "arrow" ? first.from : first.actor;
  return [{ at: first.seq, sign: { kind: "act", actor, text: stepName(step), isCurrent } }];
}

/** An answer that comes while another place is current belongs to that place too. */
function arrowSigns(arrow: Arrow, here: Position, isCurrent: boolean): readonly TimedSign[] {
  const request: TimedSign = { at: arrow.seq, sign: { kind: "request", arrow, isCurrent } };
  const answeredAt = arrow.endSeq === null ? arrow.seq + 0.5 : arrow.endSeq - 0.5;
  const comesNow = answeredAt >= (here.from ?? Number.POSITIVE_INFINITY);
  return [request, { at: answeredAt, sign: { kind: "answer", arrow, isCurrent: comesNow } }];
}
