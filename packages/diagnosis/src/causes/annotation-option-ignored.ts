import type { NoteEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";

/** What is wrong with an annotation of each kind, and what it takes. */
const PROBLEMS: Readonly<Record<string, { readonly is: string; readonly write: string }>> = {
  "not-a-whole-number": { is: "is no whole number of seconds, so the webhook passed over it", write: "a whole number of seconds from 600 to 86400, in quotes" },
  "below-minimum": { is: "is below the 600 seconds that Kubernetes allows, so the webhook raised it", write: "600 or more" },
  "not-a-boolean": { is: "is neither true nor false, so the webhook passed over it", write: '"true" or "false", in quotes' },
};

/** failures.md, rank 65. */
export const annotationOptionIgnored: Cause = {
  id: "annotation-option-ignored",
  rank: "without-effect",
  met: "rarely",
  title: "An optional annotation is written in a way that the webhook passes over",
  see: "No error: expiration or endpoint setting silently default",
  why: "Non-numeric expiration or non-boolean endpoint value is ignored; expiration below 600 is raised to 600; default expiration may get jitter only with Pod Identity.",
  prove: [
    "kubectl get serviceaccount -n NAMESPACE NAME -o jsonpath={.metadata.annotations}",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.volumes[?(@.name=='aws-iam-token')].projected.sources[0].serviceAccountToken.expirationSeconds}",
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_STS_REGIONAL_ENDPOINTS",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/blob/master/pkg/cache/cache.go",
    "https://github.com/awsdocs/amazon-eks-user-guide/pull/337",
  ],
  warn(events) {
    const notes = events.filter((event): event is NoteEvent => event.kind === "note" && event.name === "webhook.option-ignored");
    const byPlace = new Map(
      notes.map(({ attributes }) => [`${attributes.of}/${attributes.namespace}/${attributes.name} ${attributes.annotation}`, attributes]),
    );
    return [...byPlace.values()].map((note) => {
      const annotation = String(note.annotation);
      const problem = PROBLEMS[String(note.problem)];
      return {
        because: `${annotation}: "${note.value}" ${problem?.is}; what counts is ${note.used}`,
        fix: `write ${problem?.write}, in ${annotation}, and create the pod again`,
        from: { file: `${note.of}/${note.namespace}/${note.name}`, pointer: `/metadata/annotations/${annotation.replaceAll("~", "~0").replaceAll("/", "~1")}` },
      };
    });
  },
};
