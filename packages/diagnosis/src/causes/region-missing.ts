import type { ExchangeEvent, TraceEvent } from "@irsa-sim/core";
import { type Cause, lastNote } from "../cause.js";
import { environmentEdits } from "../container-edits.js";
import { failingContainers } from "../node-role.js";

const VARIABLES = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/** failures.md, rank 19. */
export const regionMissing: Cause = {
  id: "region-missing",
  rank: "missing",
  met: "often",
  title: "Nobody tells the SDK which region's STS to call",
  see: "operation error STS: AssumeRoleWithWebIdentity, failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region; request to sts..amazonaws.com; Missing required AWS_REGION env variable",
  why: "Self-hosted webhook without --aws-default-region; SDK v2 migrations; client built before the region is set.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep -e AWS_REGION -e AWS_DEFAULT_REGION",
    "kubectl get deployment -n NAMESPACE pod-identity-webhook -o jsonpath={.spec.template.spec.containers[0].command}",
  ],
  sources: [
    "https://github.com/cert-manager/cert-manager/issues/7102",
    "https://github.com/crossplane-contrib/provider-upjet-aws/issues/1308",
    "https://github.com/nginx/nginx-s3-gateway/pull/116",
    "https://github.com/BoundaryML/baml/pull/2856",
    "https://github.com/kubernetes/kops/pull/16647",
  ],
  explainOwnError(error) {
    const { events, told } = error;
    const place = lastNote(events, "sdk.sts-endpoint")?.attributes;
    const isSwallowed = told.code === "NoCredentials" && place?.error !== undefined;
    if ((told.code !== "MissingRegion" && !isSwallowed) || place?.region !== null) return null;
    const set = failingContainers(error)
      .flatMap(({ env = [] }) => env.map(({ name }) => name))
      .filter((name) => VARIABLES.includes(name));
    const stands =
      set.length === 0 ? "neither AWS_REGION nor AWS_DEFAULT_REGION stands in the pod" : `the pod has ${set.join(" and ")} only, which does not count here`;
    const region = regionOf(error.all);
    return {
      because: `the SDK needs a region to name STS's endpoint, and found none: ${stands}`,
      fix: "set AWS_REGION in the container, or start the webhook with --aws-default-region and create the pod again",
      edits: region === null ? [] : environmentEdits(error, { AWS_REGION: { value: region } }),
    };
  },
};

/** The region that the host of the cluster's issuer names; `null` where it names none. */
function regionOf(events: readonly TraceEvent[]): string | null {
  const discovery = events.find((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "Discovery document");
  return discovery === undefined ? null : (/^oidc\.eks\.([a-z0-9-]+)\.amazonaws\./.exec(new URL(discovery.request.url).hostname)?.[1] ?? null);
}
