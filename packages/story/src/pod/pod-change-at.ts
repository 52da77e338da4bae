import type { ChangeEvent, ExchangeEvent, TraceEvent } from "@irsa-sim/core";
import type { Content, PatchOperation } from "../content/content.js";
import { decodeResponse } from "../content/decode-message.js";
import { exchangeAround } from "../events/exchange-around.js";
import type { Cursor } from "../known/cursor.js";
import { seqAt } from "../known/seq-at.js";
import type { Story } from "../story.js";
import { podAdditions } from "./pod-additions.js";
import type { PodChange } from "./pod-change.js";

/** What admission made of the story's pod when it was stored last, up to a place in the story; `null` when it was not by then. */
export function podChangeAt(story: Story, cursor: Cursor): PodChange | null {
  const last = seqAt(story, cursor);
  const change = story.events.findLast((event): event is ChangeEvent => event.seq <= last && isStored(event));
  if (change === undefined) return null;
  const { seq, before, after } = change;
  return { seq, before, after, operations: operationsSent(change, story.events), additions: podAdditions(before, after) };
}

/** A pod has no uid before it is stored. */
function isStored(event: TraceEvent): boolean {
  if (event.kind !== "change" || !event.what.startsWith("Pod ") || event.after === null) return false;
  const { metadata } = (event.before ?? {}) as { readonly metadata?: { readonly uid?: string } };
  return metadata?.uid === undefined;
}

/** What the webhook answered while the same pod was admitted. */
function operationsSent(change: ChangeEvent, events: readonly TraceEvent[]): readonly PatchOperation[] {
  const creation = exchangeAround(change, events);
  const review = events.findLast(
    (event): event is ExchangeEvent =>
      event.kind === "exchange" && event.name === "AdmissionReview" && event.seq < change.seq && creation !== null && event.seq > creation.seq,
  );
  const body = review?.response == null ? null : decodeResponse(review.response).body;
  return body?.kind === "json" ? findPatch(body.content) : [];
}

function findPatch(content: Content): readonly PatchOperation[] {
  if (content.kind === "patch") return content.operations;
  return content.kind === "object" ? content.members.flatMap((member) => findPatch(member.content)) : [];
}
