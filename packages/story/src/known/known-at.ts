import type { EpochMillis } from "@irsa-sim/core";
import type { Story } from "../story.js";
import type { Cursor } from "./cursor.js";
import type { Known } from "./known.js";
import { learn, NOTHING_KNOWN } from "./learn.js";
import { seqAt } from "./seq-at.js";

/** What was known after each event that told something new, in order. */
const learnt = new WeakMap<Story, readonly Known[]>();

/**
 * What is so at a place in a story: environment, volumes, token, credentials, objects.
 *
 * @example
 * knownAt(main, { step: 5 }).token?.claims.sub; // "system:serviceaccount:default:my-service-account"
 */
export function knownAt(story: Story, cursor: Cursor): Known {
  const states = learnt.get(story) ?? learnAll(story);
  learnt.set(story, states);
  const seq = seqAt(story, cursor);
  const at = "at" in cursor ? cursor.at : (story.events.findLast((event) => event.seq <= seq)?.at ?? story.events[0]?.at ?? NOTHING_KNOWN.at);
  const known = lastUpTo(states, seq);
  return { ...known, seq, at, token: known.token === null ? null : { ...known.token, lifetimeUsed: used(known.token, at) } };
}

function learnAll(story: Story): readonly Known[] {
  const states: Known[] = [NOTHING_KNOWN];
  for (const event of story.events) {
    const before = states.at(-1) as Known;
    const after = learn(before, event, story);
    if (after !== before) states.push(after);
  }
  return states;
}

function lastUpTo(states: readonly Known[], seq: number): Known {
  let [from, to] = [0, states.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((states[middle]?.seq ?? 0) <= seq) from = middle + 1;
    else to = middle;
  }
  return states[from - 1] ?? NOTHING_KNOWN;
}

function used({ issuedAt, expiresAt }: { readonly issuedAt: EpochMillis; readonly expiresAt: EpochMillis }, at: EpochMillis): number {
  return expiresAt === issuedAt ? 1 : Math.max(0, (at - issuedAt) / (expiresAt - issuedAt));
}
