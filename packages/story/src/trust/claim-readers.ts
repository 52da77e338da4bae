import type { CheckEvent } from "@irsa-sim/core";
import type { Cursor } from "../known/cursor.js";
import { seqAt } from "../known/seq-at.js";
import type { Story } from "../story.js";
import { trustDecisionAt } from "./trust-decision-at.js";

/** A check that read a claim of the token. */
export interface ClaimReader {
  /** `iss`, `sub`; also what stands in the token's header, such as `kid`, and `signature`. */
  readonly claim: string;
  /** `sts.audience`. */
  readonly check: string;
  readonly title: string;
  readonly passed: boolean;
  readonly seq: number;
}

/** Which checks read which claim of the token, up to a place in a story; each pair once, as it came out last. */
export function claimReaders(story: Story, cursor: Cursor): readonly ClaimReader[] {
  const last = seqAt(story, cursor);
  const checks = story.events.filter((event): event is CheckEvent => event.kind === "check" && event.seq <= last);
  const read = checks.flatMap((check) =>
    [check.expected, check.actual].flatMap(({ from }) => (from?.file === "token" && from.pointer ? [reader(check, from.pointer)] : [])),
  );
  const decision = trustDecisionAt(story, cursor);
  const elements = decision?.statements.flatMap((statement) => statement.elements) ?? [];
  const compared = elements.flatMap(({ claim, isMet }) => (claim === null || decision === null ? [] : [{ ...reader(decision.check, claim), passed: isMet }]));
  return [...new Map([...read, ...compared].map((one) => [`${one.claim} ${one.check}`, one])).values()];
}

function reader({ check, title, passed, seq }: CheckEvent, claim: string): ClaimReader {
  return { claim, check, title, passed, seq };
}
