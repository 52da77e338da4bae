/**
 * Verifies SigV4 signatures, in the `Authorization` header or the query string, in the order in which AWS checks.
 * Leaves out: SigV2, SigV4A.
 * Differs from AWS, perhaps: where the clock check stands is not published; here it is the last before the signature.
 * @see sts-and-iam.md, sections 8.1 and 8.2
 */
import { addMillis, type EpochMillis, senderBehindMs, signingRegionOf, toRfc3339 } from "@irsa-sim/core";
import { formatAmzDate } from "./amz-date.js";
import type { Authenticate, AuthenticationInput, AuthenticationProblem, Caller } from "./authentication.js";
import { computeSignature } from "./compute-signature.js";
import { findCaller, findStrayToken, type Keys } from "./find-caller.js";
import { readSignedRequest } from "./read-signed-request.js";
import type { SignedRequest } from "./signed-request.js";

/** How far a request's date may be from the service's time, either way. */
const MAX_SKEW_MS = 15 * 60 * 1000;

/** Creates the verification over the accounts' users and the issued sessions; keep one for all services. */
export function createAuthenticate(keys: Keys): Authenticate {
  return async (input) => {
    const signed = readSignedRequest(input.request);
    if ("reason" in signed) return { problem: signed };
    const scopeProblem = findScopeProblem(signed, input);
    if (scopeProblem !== null) return { problem: scopeProblem };
    const caller = await findCaller(signed, keys);
    if ("reason" in caller) return { problem: caller };
    const problem = findSessionProblem(caller, keys, input.now) ?? findSkew(signed, input.now) ?? (await findSignatureProblem(signed, caller));
    return problem === null ? { caller, signed } : { problem };
  };
}

function findScopeProblem({ authorization, request }: SignedRequest, { region: ofService, service }: AuthenticationInput): AuthenticationProblem | null {
  const region = signingRegionOf(request) ?? ofService;
  if (authorization.region !== region) return { reason: "wrong-region", expected: region, actual: authorization.region };
  if (authorization.service !== service) return { reason: "wrong-service", expected: service, actual: authorization.service };
  return null;
}

/** Temporary credentials end with their time, and with the role they were issued for: a role of the same name is another one. */
function findSessionProblem(caller: Caller, { iam }: Keys, now: EpochMillis): AuthenticationProblem | null {
  if (caller.session === null) return null;
  const { expiresAt } = caller.session;
  if (now >= expiresAt) return { reason: "expired", expected: `before ${toRfc3339(expiresAt)}`, actual: toRfc3339(now) };
  if (caller.kind === "user") return null;
  const { roleArn, roleId } = caller.session;
  const role = iam.findRole(roleArn);
  if (role?.id === roleId) return null;
  return { reason: "role-deleted", expected: `${roleArn} with id ${roleId}`, actual: role === null ? "no such role" : `${roleArn} with id ${role.id}` };
}

function findSkew({ request, signedAt: written, expiresSeconds }: SignedRequest, now: EpochMillis): AuthenticationProblem | null {
  const signedAt = addMillis(written, senderBehindMs(request));
  if (expiresSeconds !== null && now > signedAt + expiresSeconds * 1000) {
    return { reason: "presigned-url-expired", expected: `within ${expiresSeconds} s of ${formatAmzDate(signedAt)}`, actual: formatAmzDate(now) };
  }
  // A presigned URL may be as old as it likes while it is good.
  if (expiresSeconds !== null && signedAt <= now) return null;
  if (Math.abs(now - signedAt) <= MAX_SKEW_MS) return null;
  return { reason: "clock-skewed", expected: formatAmzDate(now), actual: formatAmzDate(signedAt) };
}

async function findSignatureProblem(signed: SignedRequest, caller: Caller): Promise<AuthenticationProblem | null> {
  const { secretAccessKey } = caller.kind === "user" ? (caller.session ?? caller.user) : caller.session;
  const expected = await computeSignature({ ...signed, secretAccessKey });
  const actual = signed.authorization.signature;
  if (actual !== expected) return { reason: "signature-differs", expected, actual };
  return caller.session === null ? findStrayToken(signed) : null;
}
