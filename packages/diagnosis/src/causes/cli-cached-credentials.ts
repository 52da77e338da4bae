import type { NoteEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { requestBehind, signingKey } from "../sent-request.js";

/** Not in failures.md: what the AWS CLI keeps on disk. */
export const cliCachedCredentials: Cause = {
  id: "cli-cached-credentials",
  rank: "without-effect",
  narrows: ["role-recreated", "session-expired", "key-and-token-mismatch"],
  title: "The AWS CLI uses credentials that it kept on disk",
  see: "InvalidClientTokenId, InvalidAccessKeyId or ExpiredToken from the aws command line, right after the role was mended, and not from other SDKs",
  why: "The CLI keeps an assumed role's credentials in ~/.aws/cli/cache until they end, by the role's ARN alone. A role that was made again, or a home directory on a shared volume, leaves it with credentials that are worth nothing.",
  prove: ["kubectl exec -n NAMESPACE POD -- ls -l /root/.aws/cli/cache", "aws sts get-caller-identity --debug 2>&1 | grep -i cache"],
  sources: ["https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html#cli-configure-role-cache"],
  explain({ check, events }) {
    const request = requestBehind(events, check);
    if (request === null || !check.check.endsWith(".authentication") || check.reason === "clock-skewed") return null;
    const key = signingKey(request);
    const kept = events.findLast(
      (event): event is NoteEvent => event.kind === "note" && event.name === "sdk.disk-cache" && event.attributes.accessKeyId === key,
    );
    if (kept === undefined) return null;
    return {
      because: `the command took its credentials from ${String(kept.attributes.path)}, where an earlier command left them, and did not ask STS; they belong to ${check.expected.value}, and now there is ${check.actual.value}`,
      fix: "delete the cache (rm -r ~/.aws/cli/cache) and call again; give each pod a home directory of its own",
    };
  },
};
