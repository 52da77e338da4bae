import { type AuthenticationProblem, type Caller, queryAuthenticationFault } from "@irsa-sim/iam";
import { ServiceFault } from "../service-fault.js";
import type { ServiceRequest } from "../service-options.js";
import type { WireForm } from "../wire-form.js";

/** @throws {ServiceFault} in the words of the request's protocol */
export async function checkAuthentication({ options, request, form, signingName, span }: ServiceRequest): Promise<Caller> {
  const { authenticate, clock, signingRegion } = options;
  const found = await authenticate({ request, service: signingName, region: signingRegion, now: clock.now() });
  const problem = "problem" in found ? found.problem : null;
  span.check({
    check: "service.authentication",
    title: "signature and session token",
    passed: problem === null,
    expected: { value: problem?.expected ?? "signed by a known key, in time" },
    actual: { value: problem?.actual ?? ("caller" in found ? found.caller.arn : "") },
    ...(problem === null ? {} : { reason: problem.reason }),
  });
  if ("caller" in found) return found.caller;
  throw authenticationFault(found.problem, form);
}

/** The codes of the JSON protocols, by those of the query protocol. */
const JSON_CODES: Readonly<Record<string, string>> = {
  InvalidClientTokenId: "UnrecognizedClientException",
  SignatureDoesNotMatch: "InvalidSignatureException",
  ExpiredToken: "ExpiredTokenException",
  MissingAuthenticationToken: "MissingAuthenticationTokenException",
  IncompleteSignature: "IncompleteSignatureException",
};

/** EC2 does not say what is wrong. From memory. */
const EC2_FAULT = { status: 401, code: "AuthFailure", message: "AWS was not able to validate the provided access credentials" };

function authenticationFault(problem: AuthenticationProblem, { protocol }: WireForm): ServiceFault {
  const { status, code, message } = queryAuthenticationFault(problem);
  if (protocol === "ec2")
    return new ServiceFault(
      EC2_FAULT.status,
      problem.reason === "expired" ? "RequestExpired" : EC2_FAULT.code,
      problem.reason === "expired" ? "Request has expired." : EC2_FAULT.message,
    );
  if (protocol === "query" || protocol === "rest-xml") return new ServiceFault(status, code, message);
  return new ServiceFault(protocol === "rest-json" ? 403 : 400, JSON_CODES[code] ?? code, message);
}
