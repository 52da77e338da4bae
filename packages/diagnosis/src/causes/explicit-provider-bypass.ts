import type { TraceEvent } from "@irsa-sim/core";
import type { Cause, Explanation } from "../cause.js";
import { hasBothVariables, kindsOf, namesOf, noteOfSearch } from "../credential-search.js";

/** failures.md, rank 23. */
export const explicitProviderBypass: Cause = {
  id: "explicit-provider-bypass",
  rank: "mistaken",
  met: "often",
  title: "The app's own list of providers leaves web identity out",
  see: "org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException: No AWS Credentials provided by ...; or node-role 403",
  why: "Spark/Hadoop, Iceberg, Loki and others carry their own credential list or URL forms; driver and executor differ.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "read the framework's setting, such as fs.s3a.aws.credentials.provider, for driver and executors",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
  ],
  sources: [
    "https://github.com/kubeflow/spark-operator/issues/2491",
    "https://github.com/kubeflow/spark-operator/issues/1129",
    "https://github.com/apache/iceberg/issues/5567",
    "https://github.com/grafana/loki/issues/3069",
    "https://github.com/grafana/loki/issues/20429",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/452",
  ],
  explainNoIdentity: ({ events }) => explainList(events),
};

function explainList(events: readonly TraceEvent[]): Explanation | null {
  const list = noteOfSearch(events, "sdk.providers-in-code")?.attributes;
  if (list === undefined || kindsOf(list.providers).includes("web-identity") || !kindsOf(list.insteadOf).includes("web-identity")) return null;
  if (!hasBothVariables(list.webIdentityVariables)) return null;
  const webIdentity = namesOf(list.insteadOf, "web-identity").join(", ");
  return {
    because: `the app, or the framework it runs in, asks only ${namesOf(list.providers).join(", ")} instead of the SDK's default chain, so the token in the container is read by nobody`,
    fix: `name ${webIdentity} in that setting, in every process that calls AWS, or take the setting out`,
    edits: [{ source: "call", pointer: "/app/credentials", value: null }],
  };
}
