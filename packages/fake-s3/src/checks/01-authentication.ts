import type { Caller } from "@irsa-sim/iam";
import { authenticationFault } from "../s3-fault.js";
import type { S3Request } from "../s3-request.js";

/**
 * Finds out who signed the request.
 *
 * @throws {S3Fault} in S3's own words
 */
export async function checkAuthentication({ options, request, span }: S3Request): Promise<Caller> {
  const { authenticate, region, clock } = options;
  const found = await authenticate({ request, service: "s3", region, now: clock.now() });
  const problem = "problem" in found ? found.problem : null;
  span.check({
    check: "s3.authentication",
    title: "signature and session token",
    passed: problem === null,
    expected: { value: problem?.expected ?? "signed by a known key, in time" },
    actual: { value: problem?.actual ?? ("caller" in found ? found.caller.arn : "") },
    ...(problem === null ? {} : { reason: problem.reason }),
  });
  if ("caller" in found) return found.caller;
  const accessKeyId = /Credential=([^/,\s]+)/.exec(request.headers.authorization ?? "")?.[1] ?? "";
  throw authenticationFault(found.problem, { accessKeyId, sessionToken: request.headers["x-amz-security-token"] ?? "" });
}
