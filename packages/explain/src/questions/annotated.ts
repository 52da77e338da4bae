import type { ChangeEvent } from "@irsa-sim/core";
import { eventsOfPod, failedCall, type Question } from "./question.js";

interface Stored {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>>; readonly name?: string };
  readonly spec?: { readonly serviceAccountName?: string };
}

const ANNOTATION = "eks.amazonaws.com/role-arn";

/** What the webhook looks at, as it is now. */
export const annotated: Question = {
  id: "annotated",
  asks: `Does the service account that the pod runs as have ${ANNOTATION}?`,
  commands: ["kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.serviceAccountName}", "kubectl get serviceaccount -n NAMESPACE NAME -o yaml"],
  answer(report) {
    if (failedCall(report) === null) return null;
    const changes = report.events.filter((event): event is ChangeEvent => event.kind === "change" && event.after !== null);
    const ofPod = eventsOfPod(report).findLast((event): event is ChangeEvent => event.kind === "change" && event.what.startsWith("Pod "));
    const [, key = ""] = /^Pod (\S+)/.exec(ofPod?.what ?? "") ?? [];
    const name = ((ofPod?.after ?? {}) as Stored).spec?.serviceAccountName;
    if (name === undefined) return null;
    const account = changes.findLast(({ what }) => what === `ServiceAccount ${key.split("/")[0]}/${name}`);
    return ((account?.after ?? {}) as Stored).metadata?.annotations?.[ANNOTATION] !== undefined;
  },
};
