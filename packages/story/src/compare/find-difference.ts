import type { TraceEvent } from "@irsa-sim/core";
import { eventLeaves, type Leaf } from "./event-leaves.js";
import type { Difference } from "./run-comparison.js";

/**
 * The first event in which two lists differ, and in it the first value; spans, which only enclose others, do not count.
 *
 * @param leavesOf what an event says
 */
export function findDifference(
  inBase: readonly TraceEvent[],
  here: readonly TraceEvent[],
  leavesOf: (event: TraceEvent) => readonly Leaf[] = eventLeaves,
): Difference | null {
  const [base, other] = [inBase.filter(counts), here.filter(counts)];
  for (let index = 0; index < Math.max(base.length, other.length); index += 1) {
    const [one, two] = [base[index], other[index]];
    if (one === undefined || two === undefined || headOf(one) !== headOf(two)) return wholeDifference(base.slice(index), other.slice(index));
    const leaf = firstLeaf(leavesOf(one), leavesOf(two));
    if (leaf !== null) return { step: two.step, base: one.seq, here: two.seq, what: nameOf(two), ...leaf };
  }
  return null;
}

function counts({ kind }: TraceEvent): boolean {
  return kind !== "span";
}

/** What an event is, before what it says. */
function headOf(event: TraceEvent): string {
  return `${event.kind} ${event.step ?? ""} ${event.actor} ${nameOf(event)}`;
}

function nameOf(event: TraceEvent): string {
  if (event.kind === "check") return `check ${event.check}`;
  if (event.kind === "change") return `change of ${event.what.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")}`;
  return event.kind === "exchange" ? event.name : `note ${event.name}`;
}

/** One run has an event more, or the two do different things; the event that the other run comes to later is the same one. */
function wholeDifference(base: readonly TraceEvent[], here: readonly TraceEvent[]): Difference {
  const [one, two] = [base[0], here[0]];
  const isOneMore = one === undefined || (two !== undefined && here.some((event) => headOf(event) === headOf(one)));
  const isOneLess = two === undefined || (!isOneMore && base.some((event) => headOf(event) === headOf(two)));
  const [told, untold] = isOneLess ? [one, null] : [two, isOneMore ? null : one];
  return {
    step: told?.step ?? null,
    base: isOneLess ? (one?.seq ?? null) : (untold?.seq ?? null),
    here: isOneLess ? null : (two?.seq ?? null),
    what: told === undefined ? "" : nameOf(told),
    ...{
      path: "",
      expected: isOneLess && one !== undefined ? nameOf(one) : untold ? nameOf(untold) : "",
      actual: isOneLess || two === undefined ? "" : nameOf(two),
    },
  };
}

function firstLeaf(base: readonly Leaf[], here: readonly Leaf[]): Pick<Difference, "path" | "expected" | "actual"> | null {
  for (let index = 0; index < Math.max(base.length, here.length); index += 1) {
    const [one, two] = [base[index], here[index]];
    if (one?.[0] === two?.[0] && one?.[1] === two?.[1]) continue;
    if (one !== undefined && two !== undefined && one[0] === two[0]) return { path: two[0], expected: one[1], actual: two[1] };
    const isOneMore = one === undefined || (two !== undefined && !base.some(([path]) => path === two[0]));
    return isOneMore ? { path: two?.[0] ?? "", expected: "", actual: two?.[1] ?? "" } : { path: one[0], expected: one[1], actual: "" };
  }
  return null;
}
