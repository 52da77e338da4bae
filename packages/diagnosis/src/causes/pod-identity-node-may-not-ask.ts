import type { Cause } from "../cause.js";
import { ofPodIdentity } from "../pod-identity.js";
import { allowEdits } from "../policy-edits.js";

const ACTION = "eks-auth:AssumeRoleForPodIdentity";

/** Not in failures.md: whose permission it is. */
export const podIdentityNodeMayNotAsk: Cause = {
  id: "pod-identity-node-may-not-ask",
  rank: "missing",
  narrows: ["fallback-hides-failure", "pod-older-than-annotation", "annotation-absent-or-misplaced"],
  title: "The node's role may not ask EKS Auth for pods' credentials",
  see: "(AccessDeniedException): User: arn:aws:sts::<acct>:assumed-role/<node role>/i-<id> is not authorized to perform: eks-auth:AssumeRoleForPodIdentity, from container metadata",
  why: "The agent signs with the node's role. AmazonEKSWorkerNodePolicy has the permission; a policy written by hand often has not.",
  prove: [
    "kubectl logs -n kube-system daemonset/eks-pod-identity-agent",
    "aws iam simulate-principal-policy --policy-source-arn NODE_ROLE_ARN --action-names eks-auth:AssumeRoleForPodIdentity",
  ],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html"],
  ...ofPodIdentity(({ check }) => {
    if (check.check !== "eks-auth.authorization") return null;
    const { caller } = (check.details ?? {}) as { readonly caller?: string };
    const resource = check.expected.value.split(" on ")[1] ?? "*";
    const isDenied = check.reason === "explicit-deny";
    return {
      because: `the agent asks EKS Auth as the node, ${caller}, whose policies ${isDenied ? "deny" : "do not allow"} ${ACTION}`,
      fix: isDenied ? `take the denial of ${ACTION} away from the node's role` : `allow ${ACTION} to the node's role, for example by AmazonEKSWorkerNodePolicy`,
      edits: isDenied ? [] : allowEdits(caller ?? "", { action: ACTION, resource }),
    };
  }),
};
