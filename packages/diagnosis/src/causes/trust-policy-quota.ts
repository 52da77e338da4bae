import { type Cause, placeOf } from "../cause.js";

/** failures.md, rank 34. */
export const trustPolicyQuota: Cause = {
  id: "trust-policy-quota",
  rank: "mistaken",
  met: "often",
  title: "The trust policy outgrows the quota",
  see: "LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048 (409), when the n-th tenant is added",
  why: "One statement per cluster or per namespace; 2048 characters by default, white space not counted.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument --output json | jq -c . | wc -c",
    "aws service-quotas list-service-quotas --service-code iam --region us-east-1 --query \"Quotas[?contains(QuotaName, 'trust policy')]\"",
  ],
  sources: [
    "https://github.com/kubeflow/kubeflow/issues/6687",
    "https://github.com/kubeflow/dashboard/issues/29",
    "https://github.com/aws/containers-roadmap/issues/1408",
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2718",
  ],
  explain({ check }) {
    if (check.check !== "iam.call" || check.reason !== "LimitExceeded" || check.details === undefined) return null;
    const { quota, limit, characters, statements: sizes } = check.details as unknown as MeasuredPolicy;
    if (quota !== "ACLSizePerRole") return null;
    return {
      because: `the trust policy has ${characters} characters and ${limit} are allowed; ${budget(sizes, { limit, around: characters - sum(sizes) })}`,
      fix: `${placeOf(check.actual, "trust policy")}: put several service accounts into one statement, as a list of values or a pattern under StringLike; else more roles, a higher quota, or EKS Pod Identity`,
    };
  },
};

/** What IAM measured. */
interface MeasuredPolicy {
  readonly quota: string;
  readonly limit: number;
  readonly characters: number;
  readonly statements: readonly number[];
}

/** What the statements cost, and how many of that size there is room for. */
function budget(sizes: readonly number[], { limit, around }: { readonly limit: number; readonly around: number }): string {
  const mean = Math.round(sum(sizes) / sizes.length);
  return `its ${sizes.length} statements take about ${mean} each, so there is room for ${Math.floor((limit - around) / (mean + 1))}`;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
