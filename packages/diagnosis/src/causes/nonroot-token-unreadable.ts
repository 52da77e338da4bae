import type { ChangeEvent, JsonObject, TraceEvent } from "@irsa-sim/core";
import { type Cause, lastNote } from "../cause.js";
import { podEdit } from "../container-edits.js";
import { lastStoredPod } from "../node-role.js";

/** failures.md, rank 6. */
export const nonrootTokenUnreadable: Cause = {
  id: "nonroot-token-unreadable",
  rank: "mistaken",
  met: "everywhere",
  title: "The app's process may not read the token file",
  see: "WebIdentityErr: unable to read file at /var/run/secrets/eks.amazonaws.com/serviceaccount/token caused by: open ...: permission denied; Node: EACCES: permission denied, open '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'",
  why: "Before Kubernetes 1.19 the file was root 0600; still reported in 2024 with a 0640 root:root file and a process that drops to another user.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- ls -lLn /var/run/secrets/eks.amazonaws.com/serviceaccount/token",
    "kubectl exec -n NAMESPACE POD -- sh -c 'grep -E \"Uid|Gid|Groups\" /proc/1/status'",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.securityContext}{.spec.containers[*].securityContext}",
  ],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/8",
    "https://github.com/kubernetes-sigs/external-dns/pull/1185",
    "https://github.com/fluxcd/source-controller/issues/284",
    "https://github.com/aws/aws-eks-best-practices/issues/27",
    "https://github.com/bitnami/containers/issues/75359",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/452",
    "https://github.com/gruntwork-io/helm-kubernetes-services/issues/109",
    "https://github.com/jenkinsci/helm-charts/issues/252",
  ],
  explainOwnError(error) {
    const { told, events } = error;
    const file = told.code === "EACCES" ? lastProjectedToken(events) : null;
    if (file === null) return null;
    const { mode, owner } = file.after as JsonObject;
    const dropped = lastNote(events, "app.user")?.attributes.uid;
    const user = dropped ?? lastStoredPod(events)?.spec.securityContext?.runAsUser;
    const who = user === undefined ? "the app's process" : `the app's process runs as user ${String(user)}, which`;
    return {
      because: `the token file ${file.what} has mode ${String(mode)} and belongs to ${String(owner)} (user:group); ${who} may not read it`,
      fix:
        dropped === undefined
          ? "set securityContext.fsGroup in the pod, to any group, so that the file is readable by the group and every container is in it; from Kubernetes 1.19 on one runAsUser for all containers is enough"
          : `set securityContext.runAsUser: ${String(dropped)} in the pod instead of changing the user in the entry point, or leave fsGroup out so that the file is readable by all`,
      edits: podEdit(error, `/spec/securityContext/${dropped === undefined ? "fsGroup" : "runAsUser"}`, dropped ?? 65_534),
    };
  },
};

function lastProjectedToken(events: readonly TraceEvent[]): ChangeEvent | null {
  return (
    events.findLast(
      (event): event is ChangeEvent => event.kind === "change" && event.actor === "kubelet" && event.step === 5 && event.what.endsWith("/token"),
    ) ?? null
  );
}
