import { accountOf } from "../asked-role.js";
import type { Cause } from "../cause.js";
import { refusedTokenRequest } from "../refused-token-request.js";
import { objectIn } from "../sent-object.js";
import { visible } from "../visible.js";

/** Not in failures.md: the neighbour of rank 52, with the whole account taken away. */
export const serviceAccountDeleted: Cause = {
  id: "service-account-deleted",
  rank: "mistaken",
  title: "The service account of a running pod was deleted, and its token cannot be replaced",
  see: "ExpiredTokenException: Token expired, a day after an uninstall or a renaming; the kubelet says serviceaccounts NAME not found",
  why: "A pod outlives its service account: the variables, the file and the token in it stay. STS does not ask the cluster, so the token is good until it expires; the kubelet asks for the next one in vain.",
  prove: [
    "kubectl get serviceaccount -n NAMESPACE NAME",
    "kubectl get events -n NAMESPACE --field-selector reason=FailedMount",
    "ssh NODE journalctl -u kubelet | grep serviceaccounts",
  ],
  sources: [
    "https://kubernetes.io/docs/concepts/security/service-accounts/",
    "https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-request-v1/",
  ],
  explain(symptom) {
    const { check, events } = symptom;
    if (check.check !== "sts.times" || check.reason !== "expired") return null;
    const refused = refusedTokenRequest(events);
    if (refused?.response?.status !== 404) return null;
    const account = accountOf(symptom);
    const { message = "" } = (objectIn(refused.response) ?? {}) as { readonly message?: string };
    return {
      because: `service account ${account} was deleted while the pod ran: the kubelet asked for another token and was told ${visible(message)}, and the one in the file expired`,
      fix: `create service account ${account} again, with its annotation; the kubelet replaces the file at its next sync, and the SDK reads it at its next refresh`,
    };
  },
};
