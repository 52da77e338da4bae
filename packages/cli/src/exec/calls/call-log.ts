import type { Trace } from "@irsa-sim/core";
import { followClientCalls } from "@irsa-sim/live";
import type { Refusal } from "@irsa-sim/simulation";
import { asksWhoCalls } from "./asks-who-calls.js";
import { type CallSort, createCallSorts } from "./call-sorts.js";
import type { CallRefusal, ClientCall } from "./client-call.js";
import { describeCall } from "./describe-call.js";

/** Calls that came out the same, in the order of the first. */
export interface CallGroup {
  readonly call: ClientCall;
  readonly count: number;
}

/** What a command asked for, and as whom. */
export interface CallLog {
  readonly groups: readonly CallGroup[];
  /** How many calls there were beside those groups, which are not kept. */
  readonly furtherCalls: number;
  /** The same calls by client, role and outcome, which are few however many there were. */
  readonly sorts: readonly CallSort[];
  /** How many there were in all. */
  readonly total: number;
  /** The first call of each principal, on services that ask who calls. */
  readonly callers: readonly ClientCall[];
  /** Whether there were more principals than are kept. */
  readonly hasFurtherCallers: boolean;
  /** How many tokens were exchanged for credentials, each counted once. */
  readonly tokens: number;
  /** The client of the first call; empty without one. */
  readonly client: string;
  /** The first refusal, but for what instance metadata says; `null` without one. */
  readonly refusal: Refusal | null;
}

/** Each session of a role makes groups of its own. */
const MAX_GROUPS = 5000;
/** Each process of some SDKs has a session of its own. */
const MAX_CALLERS = 10_000;

/**
 * Keeps a log of the calls of clients from now on, each read when it is answered, so that a trace which keeps the latest events alone is enough.
 */
export function keepCallLog(trace: Trace): CallLog {
  const groups = new Map<string, { readonly call: ClientCall; count: number }>();
  const callers = new Map<string | null, ClientCall>();
  const tokens = new Set<string>();
  const sorted = createCallSorts();
  let total = 0;
  let furtherCalls = 0;
  let hasFurtherCallers = false;
  followClientCalls(trace, (exchange, story) => {
    const call = describeCall(exchange, { story, trace });
    total += 1;
    sorted.add(call, exchange);
    // A token's signature tells it from every other.
    if (call.exchangedToken !== null) tokens.add(call.exchangedToken.slice(-64));
    if (asksWhoCalls(call) && !callers.has(call.principal)) {
      if (callers.size < MAX_CALLERS) callers.set(call.principal, call);
      else hasFurtherCallers = true;
    }
    const key = keyOf(call);
    const group = groups.get(key);
    if (group !== undefined) group.count += 1;
    else if (groups.size < MAX_GROUPS) groups.set(key, { call, count: 1 });
    else furtherCalls += 1;
  });
  return {
    get groups() {
      return [...groups.values()];
    },
    get furtherCalls() {
      return furtherCalls;
    },
    get sorts() {
      return sorted.sorts;
    },
    get total() {
      return total;
    },
    get callers() {
      return [...callers.values()];
    },
    get hasFurtherCallers() {
      return hasFurtherCallers;
    },
    get client() {
      return [...groups.values()][0]?.call.client ?? "";
    },
    get refusal() {
      return refusalsIn([...groups.values()])[0]?.told ?? null;
    },
    get tokens() {
      return tokens.size;
    },
  };
}

/** Instance metadata that says no to a question is no refusal of the app: every chain asks there at last, and goes on. */
export function refusalsIn(groups: readonly { readonly call: ClientCall }[]): readonly CallRefusal[] {
  return groups.flatMap(({ call }) => (call.refusal === null || call.to === "node" ? [] : [call.refusal]));
}

function keyOf({ name, to, status, principal, issued, refusal }: ClientCall): string {
  return JSON.stringify([name, to, status, principal, issued, refusal?.failure.code, refusal?.failure.message]);
}
