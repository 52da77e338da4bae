import { bodyText, type CheckEvent, type ExchangeEvent, findEvent, isInside, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import { findFailure } from "@irsa-sim/scenario-runner";
import { createArrow } from "@irsa-sim/story";
import type { CallRefusal, ClientCall } from "./client-call.js";

const ISSUED = /<AssumedRoleUser>[\s\S]*?<Arn>([^<]+)<\/Arn>/;

/**
 * Reads what became of a call from what was recorded while it was answered.
 *
 * @param events with all that happened since the exchange began
 */
export function describeCall(exchange: ExchangeEvent, events: readonly TraceEvent[]): ClientCall {
  const { name, to, response, request } = exchange;
  const succeeded = response !== null && response.status < 400;
  const isExchange = name === "AssumeRoleWithWebIdentity" && succeeded;
  return {
    ...{ name, to, status: response?.status ?? null, principal: principalOf(exchange, events) },
    issued: succeeded && to === "sts" ? (ISSUED.exec(bodyText(response))?.[1] ?? null) : null,
    exchangedToken: isExchange ? new URLSearchParams(bodyText(request)).get("WebIdentityToken") : null,
    client: (request.headers["user-agent"] ?? "").split(" ")[0] ?? "",
    decided: to === "webhook" ? decisionIn(exchange, events) : null,
    refusal: succeeded ? null : refusalOf(exchange, events),
  };
}

/** Whoever answers records who it is that asks. */
function principalOf(exchange: ExchangeEvent, events: readonly TraceEvent[]): string | null {
  const check = events.findLast(
    (event): event is CheckEvent =>
      event.seq > exchange.seq && event.kind === "check" && event.passed && event.check.endsWith(".authentication") && isInside(events, event, exchange),
  );
  return check?.actual.value ?? null;
}

/** What the webhook noted of the pod that it was asked about. */
function decisionIn(exchange: ExchangeEvent, events: readonly TraceEvent[]): string | null {
  const decision = events.findLast(
    (event): event is NoteEvent => event.seq > exchange.seq && event.kind === "note" && event.name === "webhook.decision" && isInside(events, event, exchange),
  );
  if (decision === undefined) return null;
  const { outcome, reason, serviceAccount, roleArn } = decision.attributes;
  const whose = `a pod of ${String(serviceAccount)}`;
  return outcome === "mutate" ? `${whose} gets ${String(roleArn ?? reason)}` : `${whose} is left alone: ${String(reason).replaceAll("-", " ")}`;
}

function refusalOf(exchange: ExchangeEvent, events: readonly TraceEvent[]): CallRefusal {
  const { code, message } = createArrow(exchange, events).refusal ?? { code: "", message: "" };
  const told = { code, message, status: exchange.response?.status ?? null, action: exchange.parent ?? exchange.seq };
  const failure = findFailure(events, told);
  const check = failure.event === null ? null : findEvent(events, failure.event);
  return { told, failure, compared: check?.kind === "check" ? { expected: check.expected, actual: check.actual } : null };
}
