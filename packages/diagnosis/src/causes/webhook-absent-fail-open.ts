import { type Cause, lastNote } from "../cause.js";
import { isNodeRoleRefused } from "../node-role.js";

/** failures.md, rank 15. */
export const webhookAbsentFailOpen: Cause = {
  id: "webhook-absent-fail-open",
  title: "The webhook did not answer, and the pod was stored as it was",
  explain(symptom) {
    const ignored = lastNote(symptom.events, "admission.webhook-ignored");
    if (!isNodeRoleRefused(symptom) || ignored === null || (lastNote(symptom.events, "webhook.decision")?.seq ?? -1) > ignored.seq) return null;
    return {
      because: `the API server got no answer from the webhook when the pod was created, and with failurePolicy Ignore it went on: ${String(ignored.attributes.message)}`,
      fix: "bring the webhook back (its pods, its service, its certificate and caBundle), then create the pod again",
    };
  },
};
