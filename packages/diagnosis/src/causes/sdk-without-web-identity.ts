import type { TraceEvent } from "@irsa-sim/core";
import type { Cause, Explanation } from "../cause.js";
import { hasBothVariables, kindsOf, noteOfSearch } from "../credential-search.js";

/** failures.md, rank 4. */
export const sdkWithoutWebIdentity: Cause = {
  id: "sdk-without-web-identity",
  rank: "without-effect",
  met: "everywhere",
  title: "The SDK is older than web identity, so its chain has no such provider",
  see: "Node-role AccessDenied as above, or NoCredentialProviders: no valid providers in chain. Deprecated. although env and token are present",
  why: "Web-identity support arrived late 2019 and not in every default chain; third-party images bundle old SDKs.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "look the SDK's version up in the image's lock file: kubectl exec -n NAMESPACE POD -- pip show botocore",
    "kubectl debug -n NAMESPACE POD --image=amazon/aws-cli -- sts get-caller-identity",
  ],
  sources: [
    "https://github.com/keikoproj/instance-manager/issues/68",
    "https://github.com/segmentio/chamber/issues/234",
    "https://github.com/krakend/krakend-lambda/issues/9",
    "https://github.com/Technofy/cloudwatch_exporter/pull/24",
    "https://github.com/helm/charts/issues/22670",
    "https://github.com/instaclustr/esop/pull/13",
    "https://github.com/aws/aws-sdk-java-v2/issues/1470",
    "https://github.com/aws/aws-sdk-net/issues/1413",
    "https://github.com/awsdocs/amazon-eks-user-guide/pull/62",
  ],
  explainNoIdentity: ({ events }) => explainRelease(events),
};

function explainRelease(events: readonly TraceEvent[]): Explanation | null {
  const release = noteOfSearch(events, "sdk.release-without-provider")?.attributes;
  if (release === undefined || !kindsOf(release.lacks).includes("web-identity") || !hasBothVariables(release.webIdentityVariables)) return null;
  const sdk = String(release.sdk);
  return {
    because: `the container has both variables and the token, but ${sdk} ${String(release.version)} does not know web identity, which came with ${String(release.since)}: nobody read them`,
    fix: `build the app with ${sdk} ${String(release.since)} or later`,
    edits: [{ source: "call", pointer: "/app/sdkVersion", value: String(release.since) }],
  };
}
