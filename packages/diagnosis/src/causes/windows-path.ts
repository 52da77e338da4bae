import type { NoteEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { podEdit } from "../container-edits.js";
import { isNodeRoleRefused } from "../node-role.js";

/** .NET's and Java's own words. */
const NOT_ABSOLUTE = "The webIdentityTokenFile must be an absolute path.";

/** failures.md, rank 55. */
export const windowsPath: Cause = {
  id: "windows-path",
  rank: "without-effect",
  met: "rarely",
  title: "A Windows pod was given the token file's path as on Linux",
  see: NOT_ABSOLUTE,
  why: "The webhook converts the path only when nodeSelector says windows; nodeAffinity is not looked at.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.nodeSelector}{.spec.affinity}",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.containers[*].env[?(@.name=='AWS_WEB_IDENTITY_TOKEN_FILE')].value}",
    "kubectl get node NODE -o jsonpath={.metadata.labels.kubernetes\\.io/os}",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/57",
    "https://github.com/aws/containers-roadmap/issues/1846",
    "https://github.com/awsdocs/amazon-eks-user-guide/issues/129",
    "https://github.com/aws/amazon-eks-pod-identity-webhook",
  ],
  explain(symptom) {
    const skipped = symptom.events.findLast(
      (event): event is NoteEvent => event.kind === "note" && event.name === "sdk.provider" && event.attributes.reason === NOT_ABSOLUTE,
    );
    if (!isNodeRoleRefused(symptom) || skipped === undefined) return null;
    return {
      because: `the SDK found AWS_WEB_IDENTITY_TOKEN_FILE and passed over it ("${NOT_ABSOLUTE}"): the webhook wrote it as on Linux, since nothing in the pod's nodeSelector says windows`,
      fix: "put kubernetes.io/os: windows into the pod's nodeSelector, beside or instead of the affinity, and create the pod again",
      edits: podEdit(symptom, "/spec/nodeSelector/kubernetes.io~1os", "windows"),
    };
  },
};
