import type { Edit } from "@irsa-sim/core";
import { environmentEdits, writtenContainer } from "./container-edits.js";
import type { FailureView } from "./failure-view.js";
import { lastStoredPod } from "./node-role.js";
import { escapeSegment } from "./pointer.js";
import { annotationIn, serviceAccountChanges } from "./service-account.js";

const ANNOTATION = "eks.amazonaws.com/role-arn";

type View = Pick<FailureView, "events" | "subject">;

/** The service account of the pod that failed, `NAMESPACE/NAME`; `null` when no pod was stored. */
export function accountOf({ events }: Pick<FailureView, "events">): string | null {
  const pod = lastStoredPod(events);
  return pod === null ? null : `${pod.metadata.namespace ?? "default"}/${pod.spec.serviceAccountName ?? "default"}`;
}

/** The annotation by which the webhook gives a role, under whichever prefix it was started. */
export function roleAnnotation({ events }: Pick<FailureView, "events">): string {
  const noted = events.findLast((event) => event.kind === "note" && event.name === "webhook.decision");
  return noted?.kind === "note" && typeof noted.attributes.annotation === "string" ? noted.attributes.annotation : ANNOTATION;
}

/** Another role in the annotation of the service account that the failing pod runs as. */
export function annotationEdits(view: View, roleArn: string): readonly Edit[] {
  const account = accountOf(view);
  return account === null
    ? []
    : [{ source: `ServiceAccount/${account}`, pointer: `/metadata/annotations/${escapeSegment(roleAnnotation(view))}`, value: roleArn }];
}

/** Another role where the one that was asked for stands: in the service account's annotation, or in the container's own environment; none where it stands in neither. */
export function askedRoleEdits(view: View, asked: string, roleArn: string): readonly Edit[] {
  const written = writtenContainer(view)?.container.env?.find(({ name }) => name === "AWS_ROLE_ARN");
  if (written !== undefined) return written.value === asked ? environmentEdits(view, { AWS_ROLE_ARN: { value: roleArn } }) : [];
  const account = accountOf(view);
  const stored = account === null ? null : (serviceAccountChanges(view.events, account).at(-1)?.after ?? null);
  return annotationIn(stored, roleAnnotation(view)) === asked ? annotationEdits(view, roleArn) : [];
}
