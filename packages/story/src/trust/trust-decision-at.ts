import type { CheckEvent, JsonObject, TraceEvent } from "@irsa-sim/core";
import { decodeRequest } from "../content/decode-message.js";
import { exchangeAround } from "../events/exchange-around.js";
import type { Cursor } from "../known/cursor.js";
import { seqAt } from "../known/seq-at.js";
import type { Story } from "../story.js";
import { readStatement, type WrittenStatement } from "./read-statement.js";
import type { TrustDecision } from "./trust-decision.js";

/**
 * What STS decided last from a role's trust policy, up to a place in a story; `null` when it was not asked by then, or was not asked so far.
 *
 * @example trustDecisionAt(main, { step: 7 })?.statements[0]?.elements
 */
export function trustDecisionAt(story: Story, cursor: Cursor): TrustDecision | null {
  const last = seqAt(story, cursor);
  const check = story.events.findLast((event): event is CheckEvent => event.kind === "check" && event.check === "sts.trust-policy" && event.seq <= last);
  return check === undefined ? null : readDecision(check, story.events);
}

interface WrittenDecision {
  readonly outcome?: string;
  readonly statements?: readonly WrittenStatement[];
  readonly decisive?: WrittenStatement;
}

function readDecision(check: CheckEvent, events: readonly TraceEvent[]): TrustDecision {
  const { outcome = "", statements = [], decisive } = (check.details ?? {}) as WrittenDecision;
  return {
    ...{ seq: check.seq, step: check.step, isAllowed: check.passed, outcome, check, claims: claimsSent(check, events) },
    statements: statements.map((statement) => readStatement(statement, decisive)),
  };
}

/** Of the token in the request that was being answered. */
function claimsSent(check: CheckEvent, events: readonly TraceEvent[]): JsonObject | null {
  const request = exchangeAround(check, events)?.request;
  const body = request === undefined ? null : decodeRequest(request).body;
  const member = body?.kind === "form" ? body.content.members.find(({ name }) => name === "WebIdentityToken") : undefined;
  return member?.content.kind === "token" ? member.content.claims : null;
}
