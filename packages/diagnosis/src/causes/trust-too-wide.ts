import type { NoteEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";

/** failures.md, rank 44. */
export const trustTooWide: Cause = {
  id: "trust-too-wide",
  rank: "mistaken",
  met: "sometimes",
  title: "The trust policy asks for no service account, so every pod of the cluster may take the role",
  see: "No error. Another ServiceAccount succeeds",
  why: "Only aud or nothing is checked; docs examples shipped that way; people delete the failing condition to get going.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    "kubectl create token ANOTHER_SERVICE_ACCOUNT -n NAMESPACE --audience sts.amazonaws.com",
    "aws sts assume-role-with-web-identity --role-arn ROLE_ARN --role-session-name test --web-identity-token TOKEN",
  ],
  sources: [
    "https://github.com/percona/k8spsmdb-docs/pull/329",
    "https://github.com/aws-actions/configure-aws-credentials/issues/318",
    "https://bipi.in/blog/eks-iam-roles-for-service-accounts",
    "https://github.com/DataDog/managed-kubernetes-auditing-toolkit",
    "https://github.com/rh-mobb/documentation/pull/209",
  ],
  warn(events) {
    const notes = events.filter((event): event is NoteEvent => event.kind === "note" && event.attributes.mistake === "audience-only");
    const [first] = notes;
    if (first === undefined) return [];
    const { policy, pointer, fix, actual } = first.attributes;
    return [
      {
        because: `the trust policy has ${String(actual)}, and every token of the cluster has that audience: any pod may take the role`,
        fix: String(fix),
        from: { file: String(policy), pointer: String(pointer) },
      },
    ];
  },
};
