import type { ExchangeEvent } from "@irsa-sim/core";
import type { Session } from "../../session.js";
import type { KeptWorld } from "./keep-world.js";

/** Saves what clients change, after each call that may have changed something and before it is answered. */
export function saveAfterCalls(session: Session, kept: KeptWorld): void {
  session.onCall(({ exchange }) => {
    if (mayChange(exchange)) kept.save(session.simulation().world.awsState.read());
  });
}

/** IAM takes questions and changes alike by POST. */
function mayChange({ to, request, response }: ExchangeEvent): boolean {
  if (response === null || response.status >= 400) return false;
  return to === "iam" || (to === "s3" && request.method !== "GET" && request.method !== "HEAD");
}
