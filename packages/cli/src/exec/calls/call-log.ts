import type { ExchangeEvent, Trace } from "@irsa-sim/core";
import type { Refusal } from "@irsa-sim/simulation";
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
  /** How many tokens were exchanged for credentials, each counted once. */
  readonly tokens: number;
  /** The client of the first call; empty without one. */
  readonly client: string;
  /** The first refusal, but for what instance metadata says; `null` without one. */
  readonly refusal: Refusal | null;
}

/** More sorts than a reader takes in; what comes then is counted with the last. */
const MAX_GROUPS = 500;

/**
 * Keeps a log of the calls of clients from now on, each read when it is answered, so that a trace which keeps the latest events alone is enough.
 *
 * @param isOfClient whether somebody outside sent it
 */
export function keepCallLog(trace: Trace, isOfClient: (exchange: ExchangeEvent) => boolean): CallLog {
  const groups = new Map<string, { readonly call: ClientCall; count: number }>();
  const tokens = new Set<string>();
  trace.onEvent((event, moment) => {
    if (moment !== "ended" || event.kind !== "exchange" || !isOfClient(event)) return;
    const call = describeCall(event, trace.events);
    // A token's signature tells it from every other.
    if (call.exchangedToken !== null) tokens.add(call.exchangedToken.slice(-64));
    const key = groups.size < MAX_GROUPS ? keyOf(call) : ([...groups.keys()].at(-1) as string);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { call, count: 1 });
    else group.count += 1;
  });
  return {
    get groups() {
      return [...groups.values()];
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
export function refusalsIn(groups: readonly CallGroup[]): readonly CallRefusal[] {
  return groups.flatMap(({ call }) => (call.refusal === null || call.to === "node" ? [] : [call.refusal]));
}

function keyOf({ name, to, status, principal, issued, refusal }: ClientCall): string {
  return JSON.stringify([name, to, status, principal, issued, refusal?.failure.code, refusal?.failure.message]);
}
