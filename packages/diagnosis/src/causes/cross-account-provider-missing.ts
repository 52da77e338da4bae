import { type Cause, lastPassed } from "../cause.js";
import { createdProviders } from "../created-providers.js";
import { addProvider } from "../trust/add-provider.js";

/** failures.md, rank 20. */
export const crossAccountProviderMissing: Cause = {
  id: "cross-account-provider-missing",
  rank: "without-effect",
  met: "often",
  title: "The provider exists, but not in the account of the role",
  see: "No OpenIDConnect provider found in your account for https://oidc.eks... although the provider exists (in the cluster's account)",
  why: "STS looks in the account of the requested role. Direct cross-account needs the provider there; otherwise chain roles.",
  prove: ["kubectl get serviceaccount -n NAMESPACE NAME -o yaml", "aws iam list-open-id-connect-providers --profile THE_ACCOUNT_OF_THE_ROLE"],
  sources: [
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/24",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/39",
    "https://github.com/kubernetes-sigs/external-dns/issues/1608",
    "https://github.com/awsdocs/amazon-eks-user-guide/issues/73",
    "https://github.com/ministryofjustice/cloud-platform/issues/2943",
    "https://github.com/crossplane-contrib/provider-aws/issues/597",
  ],
  explain(symptom) {
    const { check, events } = symptom;
    if (check.check !== "sts.provider") return null;
    const url = check.expected.value.replace("https://", "");
    const account = lastPassed(events, "sts.role-arn")?.actual.value.split(":")[4] ?? "";
    const elsewhere = createdProviders(events).find((provider) => provider.url === url && provider.account !== account);
    if (elsewhere === undefined) return null;
    return {
      because: `the provider is registered in account ${elsewhere.account}, but STS looks in account ${account}, where the role is`,
      fix: `create the provider in account ${account} too, or let the pod's role in account ${elsewhere.account} assume the other one`,
      edits: addProvider(symptom),
    };
  },
};
