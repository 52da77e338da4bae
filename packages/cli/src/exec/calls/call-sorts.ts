import type { EpochMillis, ExchangeEvent } from "@irsa-sim/core";
import type { ClientCall } from "./client-call.js";
import { roleOf } from "./role-of.js";

/** Calls of one client as one role that came out alike, whatever its sessions were called. */
export interface CallSort {
  /** The first of them. */
  readonly call: ClientCall;
  readonly count: number;
  readonly firstAt: EpochMillis;
  readonly lastAt: EpochMillis;
  /** Whether all were made with one session, or gave one. */
  readonly hasOneSession: boolean;
}

/** Calls by their sort, and what was told of them. */
export interface CallSorts {
  add(call: ClientCall, exchange: Pick<ExchangeEvent, "at">): void;
  /** In the order of the first of each. */
  readonly sorts: readonly CallSort[];
  /** How many calls there were of further sorts, which are not kept. */
  readonly furtherCalls: number;
}

/** More than a reader takes in; a client may say of itself, and ask for, whatever it likes. */
const MAX_SORTS = 1000;

/** Creates an empty list. */
export function createCallSorts(): CallSorts {
  const sorts = new Map<string, { -readonly [Name in keyof CallSort]: CallSort[Name] }>();
  let furtherCalls = 0;
  return {
    add(call, { at }) {
      const key = keyOf(call);
      const sort = sorts.get(key);
      if (sort !== undefined) {
        sort.count += 1;
        sort.lastAt = at;
        sort.hasOneSession &&= sort.call.principal === call.principal && sort.call.issued === call.issued;
      } else if (sorts.size < MAX_SORTS) sorts.set(key, { call, count: 1, firstAt: at, lastAt: at, hasOneSession: true });
      else furtherCalls += 1;
    },
    get sorts() {
      return [...sorts.values()];
    },
    get furtherCalls() {
      return furtherCalls;
    },
  };
}

/** A refusal's cause and not its message, which names the session. */
function keyOf({ client, name, to, status, principal, issued, refusal }: ClientCall): string {
  return JSON.stringify([client, name, to, status, roleOf(principal), roleOf(issued), refusal?.failure.code, refusal?.failure.cause]);
}
