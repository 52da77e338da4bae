import { bodyText, type CheckEvent, type ExchangeEvent, isInside, type TraceEvent } from "@irsa-sim/core";

/** The message that a service was answering when it made a check; `null` when it made it of itself. */
export function requestBehind(events: readonly TraceEvent[], check: CheckEvent): ExchangeEvent | null {
  return events.findLast((event): event is ExchangeEvent => event.kind === "exchange" && event.to === check.actor && isInside(events, check, event)) ?? null;
}

/** The key that a request was signed with; `null` for one that was not signed. */
export function signingKey({ request }: ExchangeEvent): string | null {
  return /Credential=([^/,\s]+)/.exec(request.headers.authorization ?? "")?.[1] ?? null;
}

/** A parameter of a query request such as STS's; `null` when it has none of that name. */
export function formParameter({ request }: ExchangeEvent, name: string): string | null {
  return new URLSearchParams(bodyText(request)).get(name);
}
