import type { MessageKind } from "../message-kind.js";

/** A second call of STS, with credentials that somebody has already. */
export const ROLE_CHAIN: readonly MessageKind[] = [
  {
    id: "metadata-assumes",
    says: "instance metadata answered with a refusal of STS: kiam, kube2iam or the like stands in its place and assumes roles for pods",
    forms: [/ec2role|ec2metadata|\{imds\}|instance profile/, /is not authorized to perform sts:assumerole\b/],
    causes: ["kiam-kube2iam-leftover", "annotation-absent-or-misplaced", "sdk-without-web-identity"],
  },
  {
    id: "tag-session",
    says: "session tags are passed, and the next role does not allow them",
    forms: [/not authorized to perform sts:tagsession/],
    causes: ["tag-session-not-allowed"],
  },
  {
    id: "node-assumes",
    says: "the node's role, not the pod's, tried to assume a role",
    forms: [/-of-node\} is not authorized to perform sts:assumerole\b/],
    causes: ["annotation-absent-or-misplaced", "explicit-provider-bypass", "sdk-without-web-identity", "kiam-kube2iam-leftover", "pod-older-than-annotation"],
  },
  {
    id: "session-assumes",
    says: "the pod has its role already, and the app assumes another on top of it, which does not trust it",
    forms: [/is not authorized to perform sts:assumerole\b/],
    causes: ["redundant-self-assume", "chained-role-condition"],
  },
  {
    id: "session-not-taken",
    says: "this action of STS takes a user's own key, and was called with a session",
    forms: [/cannot call (getsessiontoken|getfederationtoken) with session credentials/],
    causes: ["session-credentials-not-taken"],
  },
];
