import type { ChangeEvent, JsonObject, RunReport } from "@irsa-sim/core";
import { eventsOfPod, failedCall, type Question } from "./question.js";

interface StoredPod {
  readonly spec?: { readonly containers?: readonly Container[]; readonly initContainers?: readonly Container[] };
}

interface Container {
  readonly name: string;
  readonly env?: readonly { readonly name: string }[];
}

/** Whether the webhook had anything to do with the container. */
export const variables: Question = {
  id: "variables",
  asks: "Does the container that fails have both AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE?",
  commands: ["kubectl exec -n NAMESPACE POD -c CONTAINER -- env | grep ^AWS_"],
  answer(report) {
    const containers = containersOf(report);
    if (containers.length === 0) return null;
    const named = containers.find(({ name }) => name === failedCall(report)?.subject?.container) ?? containers[0];
    const names = (named?.env ?? []).map(({ name }) => name);
    return names.includes("AWS_ROLE_ARN") && names.includes("AWS_WEB_IDENTITY_TOKEN_FILE");
  },
};

function containersOf(report: RunReport): readonly Container[] {
  const stored = eventsOfPod(report).findLast(
    (event): event is ChangeEvent => event.kind === "change" && event.what.startsWith("Pod ") && event.after !== null,
  );
  const { spec } = (stored?.after ?? {}) as JsonObject & StoredPod;
  return [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])];
}
