import { type Cause, lastNote } from "../cause.js";
import { refusedTokenRequest } from "../refused-token-request.js";

/** Neighbour of failures.md, rank 17: there the app keeps an old token, here the file itself is old. */
export const tokenNotRefreshed: Cause = {
  id: "token-not-refreshed",
  rank: "missing",
  title: "The token file was not replaced before the token expired",
  see: "ExpiredTokenException: Token expired, a day after everything worked",
  why: "Only the kubelet replaces the token file, at 80 % of its life. While it is stopped the file stays as it is.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d | jq .exp",
    "kubectl get node NODE",
    "ssh NODE systemctl status kubelet",
  ],
  sources: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],
  explain({ check, events }) {
    if (check.check !== "sts.times" || check.reason !== "expired") return null;
    if (refusedTokenRequest(events) !== null) return null;
    const stopped = lastNote(events, "kubelet.stopped");
    const why =
      stopped === null
        ? "the kubelet did not replace it"
        : `the kubelet stopped at ${new Date(stopped.at).toISOString().replace(".000Z", "Z")} and nobody else replaces it`;
    return {
      because: `the token in the pod's volume expired: ${why}`,
      fix: "bring the kubelet on the node back (systemctl status kubelet); it replaces the file at its next sync, and the SDK reads the file at its next refresh",
    };
  },
};
