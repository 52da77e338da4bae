import { bodyText, type ExchangeEvent } from "@irsa-sim/core";
import { annotationEdits } from "../asked-role.js";
import { type Cause, lastNote } from "../cause.js";
import { createdRoles } from "../created-roles.js";

/** The tag that eksctl puts on a role that it makes for a service account: `NAMESPACE/NAME`. */
const TAG = "alpha.eksctl.io/iamserviceaccount-name";

/** failures.md, rank 9. */
export const eksctlNoTasks: Cause = {
  id: "eksctl-no-tasks",
  rank: "without-effect",
  met: "everywhere",
  title: "eksctl made the role and left the service account as it was",
  see: "1 iamserviceaccount (<ns>/<name>) was excluded (based on the include/exclude rules) then no tasks",
  why: "eksctl decides by its CloudFormation stack, not by the live SA; a deleted or hand-made SA stays unannotated even with --override-existing-serviceaccounts.",
  prove: [
    "eksctl get iamserviceaccount --cluster CLUSTER",
    "aws iam list-role-tags --role-name ROLE",
    "kubectl get serviceaccount -n NAMESPACE NAME -o yaml",
    "aws cloudformation describe-stacks --query Stacks[].StackName",
  ],
  sources: [
    "https://github.com/eksctl-io/eksctl/issues/1333",
    "https://github.com/eksctl-io/eksctl/issues/1728",
    "https://github.com/eksctl-io/eksctl/issues/2665",
    "https://github.com/eksctl-io/eksctl/issues/3109",
    "https://github.com/eksctl-io/eksctl/issues/4941",
    "https://github.com/eksctl-io/eksctl/issues/7348",
    "https://github.com/eksctl-io/eksctl/pull/5856",
  ],
  explainNoIdentity(view) {
    const decision = lastNote(view.events, "webhook.decision")?.attributes;
    if (decision?.reason !== "no-role-annotation") return null;
    const account = String(decision.serviceAccount);
    const role = view.events
      .filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "CreateRole" && event.response?.status === 200)
      .map(({ request }) => new URLSearchParams(bodyText(request)))
      .find((parameters) => tagsOf(parameters).get(TAG) === account);
    if (role === undefined) return null;
    const arn = createdRoles(view.all).find((one) => one.name === role.get("RoleName"))?.arn;
    const [namespace, name] = account.split("/");
    const cluster = tagsOf(role).get("alpha.eksctl.io/cluster-name") ?? "CLUSTER";
    return {
      because: `eksctl made role ${role.get("RoleName")} for service account ${account}, as the role's tags say, but the service account has no ${String(decision.annotation)} annotation: to eksctl it is finished, whatever the cluster holds`,
      fix: `eksctl delete iamserviceaccount --cluster ${cluster} --namespace ${namespace} --name ${name}, then create it again; or annotate the service account yourself and create the pod again`,
      edits: arn === undefined ? [] : annotationEdits(view, arn),
    };
  },
};

function tagsOf(parameters: URLSearchParams): ReadonlyMap<string, string> {
  const keys = [...parameters].filter(([name]) => /^Tags\.member\.\d+\.Key$/.test(name));
  return new Map(keys.map(([name, key]) => [key, parameters.get(name.replace(/Key$/, "Value")) ?? ""]));
}
