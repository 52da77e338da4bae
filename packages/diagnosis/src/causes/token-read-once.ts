import { type Cause, lastNote } from "../cause.js";
import { requestBehind, signingKey } from "../sent-request.js";

const EDITS = [{ source: "call", pointer: "/app/habits/keeps", value: null }];

/** failures.md, rank 17. */
export const tokenReadOnce: Cause = {
  id: "token-read-once",
  rank: "mistaken",
  met: "often",
  title: "The app read the token, or its credentials, once and keeps what it read",
  see: "ExpiredTokenException: Token expired: current date/time <n> must be before the expiration date/time <n>, a day after the start; or ExpiredToken: The provided token has expired., after an hour",
  why: "Kubelet rewrites the file at 80 percent of its life or 24 h; code cached the string, passed fixed credentials, or used fromWebToken for a long-lived client.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d | jq .exp",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.status.startTime}",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
  ],
  sources: [
    "https://github.com/aws/aws-sdk-js-v3/issues/2297",
    "https://github.com/aws/aws-sdk-js-v3/issues/5270",
    "https://github.com/awslabs/aws-java-nio-spi-for-s3/issues/703",
    "https://github.com/voxel51/eta/pull/551",
    "https://github.com/aws/aws-sdk-java-v2/issues/5709",
    "https://github.com/awsdocs/amazon-eks-user-guide/issues/151",
  ],
  explain({ check, events }) {
    if (check.reason !== "expired") return null;
    if (check.check === "sts.times") {
      const reused = lastNote(events, "app.token-reused");
      // Of this exchange and not of another app's before it.
      if (reused === null || reused.seq < (lastNote(events, "sdk.refresh")?.seq ?? 0)) return null;
      return {
        because: `the app sends the token that it read at ${String(reused.attributes.readAt)}; the file has been replaced since, and nobody read it again`,
        fix: "give the SDK the token file's path, or no credentials at all, instead of the token's text; it then reads the file for each exchange",
        edits: EDITS,
      };
    }
    const request = requestBehind(events, check);
    const reused = lastNote(events, "app.credentials-reused")?.attributes;
    if (request === null || reused === undefined || reused.accessKeyId !== signingKey(request)) return null;
    return {
      because: `the app took credentials out of the SDK at ${String(reused.takenAt)} and gave its client those; they were good ${check.expected.value}`,
      fix: "give the client the SDK's provider, or no credentials at all, so that they are replaced before they end",
      edits: EDITS,
    };
  },
};
