import type { CheckEvent } from "@irsa-sim/core";
import { type Cause, since } from "../cause.js";
import { lastCallSucceeded, webIdentityFailure } from "../credential-search.js";
import { credentialsOf } from "../credentials-of.js";
import type { FailureView } from "../failure-view.js";
import { isNodeRoleRefused } from "../node-role.js";

/** failures.md, rank 5. */
export const fallbackHidesFailure: Cause = {
  id: "fallback-hides-failure",
  rank: "symptom",
  met: "everywhere",
  title: "The chain went on to the node's role and hid what really failed",
  see: "An AccessDenied naming assumed-role/<node role>/i-..., an identity nobody configured; or success with the wrong identity",
  why: "IMDS is last in the default chain, so any web-identity failure (throttle, class-path, unreadable file) becomes the node role.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
    "turn on the SDK's debug log and read what web identity said",
    "aws ec2 describe-instances --instance-ids INSTANCE --query Reservations[].Instances[].MetadataOptions",
  ],
  sources: [
    "https://github.com/activeloopai/deeplake/issues/3161",
    "https://github.com/apache/datafusion-comet/pull/6025",
    "https://github.com/camunda/camunda-docs/pull/7151",
    "https://github.com/camunda/camunda-docs/pull/2346",
    "https://github.com/velero-io/velero/issues/2998",
    "https://github.com/crossplane-contrib/provider-upjet-aws/issues/945",
    "https://github.com/awslabs/aws-glue-schema-registry/issues/288",
    "https://github.com/aws/aws-sdk-java/issues/2478",
    "https://github.com/trinodb/trino/issues/15267",
    "https://github.com/trinodb/trino/issues/24096",
    "https://github.com/hashicorp/vault-secrets-operator/issues/290",
    "https://github.com/crossplane-contrib/provider-upjet-aws/issues/1466",
  ],
  explainNoIdentity(view) {
    const failure = webIdentityFailure(view.events);
    if (failure === null) return null;
    const behind = failedExchange(view);
    return {
      because: `web identity failed (${failure.reason}), this SDK kept that to itself and went on, and ${whatBecame(view)}`,
      fix: `mend what web identity says: ${failure.reason}; let the app name the web identity provider alone, so that its error is the one that shows`,
      ...(behind === null ? {} : { behind }),
    };
  },
  warn(events) {
    const credentials = credentialsOf({ events, check: null });
    if (!lastCallSucceeded(events) || credentials?.source !== "imds") return [];
    const failure = webIdentityFailure(events);
    const why = failure === null ? "the SDK found no web identity in the container" : `web identity failed (${failure.reason}) and the SDK kept that to itself`;
    return [
      {
        because: `the call went well as the node's role ${String(credentials.roleName)}, and nobody refused it: ${why}`,
        fix: "keep pods from instance metadata (hop limit 1 or a network policy), so that what failed is an error; let the app check at its start whom it calls as",
        from: null,
      },
    ];
  },
};

function whatBecame(view: FailureView): string {
  if (view.check === null) return "nobody else had credentials";
  return isNodeRoleRefused(view) ? "the call went out under the node's role" : "the call went out as nobody's";
}

/** The check on which STS refused the token in the call that then went out as the node. */
function failedExchange({ events, action }: FailureView): CheckEvent | null {
  return since(events, action).findLast((event): event is CheckEvent => event.kind === "check" && event.actor === "sts" && !event.passed) ?? null;
}
