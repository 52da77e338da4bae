import { bodyText, type CheckEvent, type ExchangeEvent, findEvent, type NoteEvent, type Trace, type TraceEvent } from "@irsa-sim/core";
import { findFailure } from "@irsa-sim/scenario-runner";
import { createArrow } from "@irsa-sim/story";
import type { CallRefusal, ClientCall } from "./client-call.js";

const ISSUED = /<AssumedRoleUser>[\s\S]*?<Arn>([^<]+)<\/Arn>/;

/**
 * Reads what became of a call from what was recorded while it was answered.
 *
 * @param story all that was recorded while it was answered
 * @param trace where the causes of a refusal are looked for: they may have come about long before
 */
export function describeCall(exchange: ExchangeEvent, { story, trace }: { readonly story: readonly TraceEvent[]; readonly trace: Trace }): ClientCall {
  const { name, to, response, request } = exchange;
  const succeeded = response !== null && response.status < 400;
  const isExchange = name === "AssumeRoleWithWebIdentity" && succeeded;
  return {
    ...{ name, to, status: response?.status ?? null, principal: principalOf(exchange, story) },
    issued: succeeded && to === "sts" ? (ISSUED.exec(bodyText(response))?.[1] ?? null) : null,
    exchangedToken: isExchange ? new URLSearchParams(bodyText(request)).get("WebIdentityToken") : null,
    client: (request.headers["user-agent"] ?? "").split(" ")[0] ?? "",
    decided: to === "webhook" ? decisionIn(exchange, story) : null,
    refusal: succeeded ? null : refusalOf(exchange, trace.events),
  };
}

/** Whoever answers records who it is that asks; whom it asks in its turn, as the agent of EKS Pod Identity does, records another. */
function principalOf({ seq, to }: ExchangeEvent, story: readonly TraceEvent[]): string | null {
  const check = story.findLast(
    (event): event is CheckEvent => event.seq > seq && event.kind === "check" && event.actor === to && event.passed && event.check.endsWith(".authentication"),
  );
  return check?.actual.value ?? null;
}

/** What the webhook noted of the pod that it was asked about. */
function decisionIn({ seq }: ExchangeEvent, story: readonly TraceEvent[]): string | null {
  const decision = story.findLast((event): event is NoteEvent => event.seq > seq && event.kind === "note" && event.name === "webhook.decision");
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
