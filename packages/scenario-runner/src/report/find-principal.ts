import type { CheckEvent, TraceEvent } from "@irsa-sim/core";

const AUTHENTICATIONS = ["s3.authentication", "service.authentication"];

/** Who the last call on a resource was made as: the ARN that the resource's service found out; `null` when none was made with good credentials. */
export function findPrincipal(events: readonly TraceEvent[]): string | null {
  const authenticated = events.findLast((event): event is CheckEvent => event.kind === "check" && AUTHENTICATIONS.includes(event.check) && event.passed);
  return authenticated?.actual.value ?? null;
}
