import type { Step } from "@irsa-sim/core";
import type { Position } from "./position.js";

/** Where to go: to the place before or after, to the first of a step, to an end, or to the refusal. */
export type Move = "next" | "back" | "next-step" | "previous-step" | "first" | "last" | "failure" | { readonly step: Step };

/**
 * Decides where a move leads: the index of another place, or why there is none.
 *
 * @param positions at least one
 */
export function decideMove(positions: readonly Position[], index: number, move: Move): number | string {
  const here = positions[index]?.step ?? 0;
  if (move === "next") return index < positions.length - 1 ? index + 1 : "this is the last message; Home goes back to the first, q quits";
  if (move === "back") return index > 0 ? index - 1 : "this is the first message";
  if (move === "first") return index === 0 ? "this is the first message" : 0;
  if (move === "last") return index === positions.length - 1 ? "this is the last message" : positions.length - 1;
  if (move === "failure") return positions.some(({ isRefusal }) => isRefusal) ? toRefusal(positions, index) : "nothing was refused here";
  if (move === "next-step")
    return found(
      positions.findIndex(({ step }, at) => at > index && step !== here),
      "this is the last step",
    );
  if (move === "previous-step") return toPreviousStep(positions, index);
  return found(
    positions.findIndex(({ step }) => step === move.step),
    `step ${move.step} was not reached`,
  );
}

function toRefusal(positions: readonly Position[], index: number): number | string {
  const at = positions.findLastIndex(({ isRefusal }) => isRefusal);
  return at === index ? "this is the refusal" : at;
}

/** From within a step to its beginning, as in a player of music. */
function toPreviousStep(positions: readonly Position[], index: number): number | string {
  if (index === 0) return "this is the first step";
  const last = positions[index - 1]?.step;
  return positions.findLastIndex(({ step }, at) => at < index && (at === 0 || positions[at - 1]?.step !== step) && step === last);
}

function found(index: number, otherwise: string): number | string {
  return index === -1 ? otherwise : index;
}
