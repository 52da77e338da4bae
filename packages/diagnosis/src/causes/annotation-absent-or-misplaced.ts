import { type Cause, lastNote } from "../cause.js";
import { isNodeRoleRefused } from "../node-role.js";

/** failures.md, rank 12. */
export const annotationAbsentOrMisplaced: Cause = {
  id: "annotation-absent-or-misplaced",
  title: "The service account has no role annotation, so the webhook left the pod alone",
  explain(symptom) {
    const decision = lastNote(symptom.events, "webhook.decision")?.attributes;
    if (!isNodeRoleRefused(symptom) || decision?.reason !== "no-role-annotation") return null;
    const serviceAccount = String(decision.serviceAccount);
    const [namespace = "default", name = serviceAccount] = serviceAccount.split("/");
    return {
      because: `service account ${serviceAccount} has no ${String(decision.annotation)} annotation, so the pod got no token and the call went out under the node's role`,
      fix: `kubectl annotate serviceaccount -n ${namespace} ${name} ${String(decision.annotation)}=<role ARN>, then create the pod again`,
    };
  },
};
