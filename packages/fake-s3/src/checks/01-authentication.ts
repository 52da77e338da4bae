import type { Caller, ChunkSigning } from "@irsa-sim/iam";
import { authenticationFault, FAULTS } from "../s3-fault.js";
import type { S3Request } from "../s3-request.js";

/** Who calls. */
export interface AuthenticatedS3 {
  /** `null` for an anonymous caller. */
  readonly caller: Caller | null;
  readonly signing: ChunkSigning | null;
}

/**
 * Finds out who signed the request; one without any signature is anonymous, which only a bucket policy may let in.
 *
 * @throws {S3Fault} in S3's own words
 */
export async function checkAuthentication({ options, request, span }: S3Request): Promise<AuthenticatedS3> {
  const { authenticate, region, clock } = options;
  const { searchParams } = new URL(request.url);
  if (searchParams.has("Signature") || /^AWS /.test(request.headers.authorization ?? "")) throw FAULTS.signatureVersion2();
  const found = await authenticate({ request, service: "s3", region, now: clock.now() });
  const problem = "problem" in found ? found.problem : null;
  if (problem?.reason === "unsigned") {
    span.note("s3.anonymous");
    return { caller: null, signing: null };
  }
  span.check({
    check: "s3.authentication",
    title: "signature and session token",
    passed: problem === null,
    expected: { value: problem?.expected ?? "signed by a known key, in time" },
    actual: { value: problem?.actual ?? ("caller" in found ? found.caller.arn : "") },
    ...(problem === null ? {} : { reason: problem.reason }),
  });
  if ("caller" in found) {
    const { caller, signed } = found;
    const { secretAccessKey } = caller.kind === "user" ? (caller.session ?? caller.user) : caller.session;
    const { authorization, signedAt } = signed;
    return { caller, signing: signed.expiresSeconds === null ? { authorization, signedAt, secretAccessKey } : null };
  }
  const credential = /Credential=([^/,\s]+)/.exec(request.headers.authorization ?? "")?.[1] ?? searchParams.get("X-Amz-Credential")?.split("/")[0] ?? "";
  const sessionToken = request.headers["x-amz-security-token"] ?? searchParams.get("X-Amz-Security-Token") ?? "";
  throw authenticationFault(found.problem, { accessKeyId: credential, sessionToken, expires: searchParams.get("X-Amz-Expires") ?? "" });
}
