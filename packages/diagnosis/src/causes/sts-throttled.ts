import type { CheckEvent } from "@irsa-sim/core";
import type { Cause, Symptom } from "../cause.js";
import { isNodeRoleRefused } from "../node-role.js";

/** failures.md, rank 27. */
export const stsThrottled: Cause = {
  id: "sts-throttled",
  rank: "mistaken",
  met: "often",
  title: "More exchanges at once than STS answers",
  see: "Throttling: Rate exceeded (400), followed by 403 as the node role when the chain falls back",
  why: "A new client per task, no shared cache, fleets starting together; one STS call per client (two of the threads are plain AssumeRole).",
  prove: [
    "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity",
    "kubectl logs -n NAMESPACE POD | grep -i throttl",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
  ],
  sources: [
    "https://github.com/apache/datafusion-comet/pull/6025",
    "https://github.com/jenkinsci/artifact-manager-s3-plugin/issues/788",
    "https://github.com/awslabs/mountpoint-s3/issues/1358",
    "https://github.com/aws/aws-sdk-cpp/issues/2472",
    "https://github.com/lakekeeper/lakekeeper/issues/1397",
  ],
  explain(symptom) {
    const throttled = throttledBy(symptom);
    if (throttled === null) return null;
    const falls = isNodeRoleRefused(symptom) ? ", and the SDK went on to the node's role" : "";
    return {
      because: `STS answers ${throttled.expected.value}, and this exchange was one too many${falls}`,
      fix: "let pods start apart from each other, and let the tasks of a process share one client: each client makes an exchange of its own",
    };
  },
};

/** The refusal for the rate, when it is what the call failed for, or what was behind the fall to the node's role. */
function throttledBy(symptom: Symptom): CheckEvent | null {
  const { check, events } = symptom;
  const last = events.findLast((event): event is CheckEvent => event.kind === "check" && event.check.startsWith("sts."));
  if (last?.check !== "sts.rate-limit") return null;
  return check === last || isNodeRoleRefused(symptom) ? last : null;
}
