import { shellWord } from "@irsa-sim/trace-views";
import { EXIT } from "../exit-codes.js";
import { print } from "../terminal/print.js";

/** What the commands are about. */
export interface CollectFlags {
  readonly namespace: string;
  readonly cluster?: string;
  readonly into: string;
}

/**
 * `irsa-sim collect`: prints the read-only commands that gather what `check` needs for one workload, for the user to read and run. It runs nothing itself.
 *
 * @param workload as kubectl names it: `deployment/payments`, or a pod's name
 */
export function collect(workload: string, { namespace, cluster, into }: CollectFlags): number {
  const resource = shellWord(workload.includes("/") ? workload : `pod/${workload}`);
  const [inNamespace, folder] = [`-n ${shellWord(namespace)}`, shellWord(into)];
  const account = cluster === undefined ? "CLUSTER" : shellWord(cluster);
  const lines = [
    "# Each command only reads. Look at what they wrote before you pass it on: environment variables of a pod may hold secrets.",
    "set -eu",
    `mkdir -p ${folder}`,
    `kubectl get ${resource} ${inNamespace} -o yaml > ${folder}/workload.yaml`,
    `kubectl get pods ${inNamespace} -o yaml > ${folder}/pods.yaml`,
    `kubectl get serviceaccounts ${inNamespace} -o yaml > ${folder}/serviceaccounts.yaml`,
    `kubectl get namespace ${shellWord(namespace)} -o yaml > ${folder}/namespace.yaml`,
    `kubectl get mutatingwebhookconfiguration pod-identity-webhook -o yaml > ${folder}/webhook.yaml || rm -f ${folder}/webhook.yaml`,
    "# What the container has of AWS; of keys only that they are set. It fails where the image has no env, which does no harm.",
    `if seen=$(kubectl exec ${resource} ${inNamespace} -- env); then`,
    `  printf '%s\\n' "$seen" | grep -E '^(PATH=|HOME=|AWS_)' | sed -E 's/^(AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_CONTAINER_AUTHORIZATION_TOKEN)=.*/\\1=set/' > ${folder}/env.txt`,
    "fi",
    `aws eks describe-cluster --name ${account} > ${folder}/cluster.json`,
    `aws iam list-open-id-connect-providers > ${folder}/providers.json`,
    `issuer=$(aws eks describe-cluster --name ${account} --query cluster.identity.oidc.issuer --output text | sed 's#^https://##')`,
    `account=$(aws sts get-caller-identity --query Account --output text)`,
    `aws iam get-open-id-connect-provider --open-id-connect-provider-arn "arn:aws:iam::$account:oidc-provider/$issuer" > ${folder}/provider.json || true`,
    `for role in $(kubectl get serviceaccounts ${inNamespace} -o jsonpath='{.items[*].metadata.annotations.eks\\.amazonaws\\.com/role-arn}' | tr ' ' '\\n' | sed 's#.*/##' | sort -u); do`,
    `  aws iam get-role --role-name "$role" > ${folder}/role-$role.json`,
    `  aws iam list-attached-role-policies --role-name "$role" > ${folder}/attached-$role.json`,
    `  for policy in $(aws iam list-role-policies --role-name "$role" --query PolicyNames --output text); do`,
    `    aws iam get-role-policy --role-name "$role" --policy-name "$policy" > ${folder}/role-$role-$policy.json`,
    "  done",
    "done",
    "# What STS was asked for lately; CloudTrail takes some minutes.",
    `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity --max-results 50 > ${folder}/cloudtrail.json || rm -f ${folder}/cloudtrail.json`,
    `if [ -f ${folder}/env.txt ]; then irsa-sim check ${folder} --env-file ${folder}/env.txt; else irsa-sim check ${folder}; fi`,
  ];
  print(`${lines.join("\n")}\n`);
  return EXIT.asExpected;
}
