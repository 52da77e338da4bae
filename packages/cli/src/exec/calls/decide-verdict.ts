import { asksWhoCalls } from "./asks-who-calls.js";
import type { CallLog } from "./call-log.js";
import type { CallSort } from "./call-sorts.js";
import { roleOf } from "./role-of.js";

/** Somebody whom a command called as. */
export interface Caller {
  /** Any session of a role, or a user's ARN; `null` where nobody was authenticated. */
  readonly principal: string | null;
  readonly count: number;
}

/** What a reader wants to know first: how the command came by its credentials, and as whom it called. */
export interface Verdict {
  /** `irsa` where a token of the pod was exchanged; `refused` where each exchange was refused; `none` where nobody was asked for credentials in either way. */
  readonly credentials: "irsa" | "pod-identity" | "refused" | "none";
  /** The roles that it got so. */
  readonly roles: readonly string[];
  /** How often it went on with a newer token. */
  readonly rotations: number;
  /** As whom else it called: the node's role, a user, a role that it assumed from there, or nobody. */
  readonly others: readonly Caller[];
}

/** Reads the verdict from what was called. */
export function decideVerdict({ sorts, tokens }: Pick<CallLog, "sorts" | "tokens">): Verdict {
  const exchanges = sorts.filter(({ call }) => call.name === "AssumeRoleWithWebIdentity");
  const gotten = exchanges.filter(({ call }) => call.issued !== null);
  const fromAgent = sorts.some(({ call }) => call.to === "pod-identity-agent" && call.refusal === null);
  const roles = [...new Set(gotten.flatMap(({ call }) => roleOf(call.issued) ?? []))];
  const callers = callersIn(sorts);
  return {
    credentials: gotten.length > 0 ? "irsa" : fromAgent ? "pod-identity" : exchanges.length > 0 ? "refused" : "none",
    roles,
    rotations: Math.max(tokens - 1, 0),
    others: callers.filter(({ principal }) => principal === null || !roles.includes(principal)),
  };
}

function callersIn(sorts: readonly CallSort[]): readonly Caller[] {
  const counts = new Map<string | null, number>();
  for (const { call, count } of sorts) {
    if (!asksWhoCalls(call)) continue;
    const principal = roleOf(call.principal);
    counts.set(principal, (counts.get(principal) ?? 0) + count);
  }
  return [...counts].map(([principal, count]) => ({ principal, count }));
}
