import type { HttpResponse } from "@irsa-sim/core";

/** What EKS Auth says to its caller, and nothing more. */
export class EksAuthFault extends Error {
  override readonly name = "EksAuthFault";

  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly text: string;

  constructor(code: string, status: number, text: string) {
    super(`${code}: ${text}`);
    this.code = code;
    this.status = status;
    this.text = text;
  }
}

/**
 * EKS Auth's refusals.
 * Differs from EKS Auth, perhaps: of these texts only that of `roleNotAssumable` was seen in reports; codes and statuses are its service model's.
 */
export const EKS_AUTH_FAULTS = {
  roleNotAssumable: () =>
    new EksAuthFault("AccessDeniedException", 400, "Unauthorized Exception! EKS does not have permissions to assume the associated role."),
  notAuthorized: (caller: string, cluster: string) =>
    new EksAuthFault("AccessDeniedException", 400, `User: ${caller} is not authorized to perform: eks-auth:AssumeRoleForPodIdentity on resource: ${cluster}`),
  unknownCluster: (name: string) => new EksAuthFault("ResourceNotFoundException", 404, `No cluster found for name: ${name}.`),
  noAssociation: (account: string) => new EksAuthFault("ResourceNotFoundException", 404, `No pod identity association found for service account ${account}.`),
  invalidToken: (why: string) => new EksAuthFault("InvalidTokenException", 400, `The token included in the request is invalid: ${why}.`),
  expiredToken: () => new EksAuthFault("ExpiredTokenException", 400, "The token included in the request is expired."),
  badRequest: (why: string) => new EksAuthFault("InvalidRequestException", 400, why),
} as const;

/** A fault in the service's protocol, rest-json. */
export function renderFault({ code, status, text }: EksAuthFault, requestId: string): HttpResponse {
  const headers = { "content-type": "application/json", "x-amzn-requestid": requestId, "x-amzn-errortype": code };
  return { status, headers, body: JSON.stringify({ message: text }) };
}
