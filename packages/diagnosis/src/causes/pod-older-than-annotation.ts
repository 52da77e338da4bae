import { bodyText, type ExchangeEvent } from "@irsa-sim/core";
import { type Cause, lastNote } from "../cause.js";
import { isNodeRoleRefused } from "../node-role.js";

/** failures.md, rank 3. */
export const podOlderThanAnnotation: Cause = {
  id: "pod-older-than-annotation",
  title: "The service account was annotated after the pod had been created",
  explain(symptom) {
    const decision = lastNote(symptom.events, "webhook.decision");
    if (!isNodeRoleRefused(symptom) || decision?.attributes.reason !== "no-role-annotation") return null;
    const annotation = String(decision.attributes.annotation);
    const annotated = symptom.events.find(
      (event): event is ExchangeEvent =>
        event.kind === "exchange" && event.name === "PatchServiceAccount" && event.seq > decision.seq && bodyText(event.request).includes(`"${annotation}"`),
    );
    if (annotated === undefined) return null;
    const account = String(decision.attributes.serviceAccount);
    return {
      because: `service account ${account} got its annotation only after the pod had been created, and the webhook is asked only then`,
      fix: "create the pod again: kubectl rollout restart for a deployment, kubectl delete for a bare pod",
    };
  },
};
