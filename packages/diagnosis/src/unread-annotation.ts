import type { ChangeEvent, JsonObject, TraceEvent } from "@irsa-sim/core";
import { lastNote } from "./cause.js";
import { lastStoredPod } from "./node-role.js";
import { annotationIn, serviceAccountChanges } from "./service-account.js";

/** Tells of the annotation of the last pod's service account, when no webhook was ever registered that would read it; else `null`. */
export function tellUnreadAnnotation(events: readonly TraceEvent[]): string | null {
  if (lastNote(events, "webhook.decision") !== null || isWebhookRegistered(events)) return null;
  const { metadata, spec } = lastStoredPod(events) ?? {};
  const account = `${metadata?.namespace}/${spec?.serviceAccountName ?? "default"}`;
  const role = annotationIn(serviceAccountChanges(events, account).at(-1)?.after, "eks.amazonaws.com/role-arn");
  return role === undefined
    ? null
    : `service account ${account} asks for ${role}, but no webhook is registered that would read its annotation, so the call went out under the node's role`;
}

function isWebhookRegistered(events: readonly TraceEvent[]): boolean {
  return events.some((event): event is ChangeEvent => event.kind === "change" && (event.after as JsonObject | null)?.kind === "MutatingWebhookConfiguration");
}
