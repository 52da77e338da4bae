/** What IAM says when it refuses: its own codes, statuses and texts, and the only place where they are made (sts-and-iam.md, sections 4.1, 5.5 and 8.2). */
import type { AuthenticationProblem } from "../authentication/authentication.js";
import { queryAuthenticationFault } from "./query-authentication-fault.js";

/** A refusal, thrown where it arises and answered by the handler. */
export class IamFault extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "IamFault";
    this.status = status;
    this.code = code;
  }
}

export const IAM_FAULTS = {
  operationNotFound: (action: string, version: string) => new IamFault(400, "InvalidAction", `Could not find operation ${action} for version ${version}`),
  accessDenied: (caller: string, action: string, resource: string) =>
    new IamFault(
      403,
      "AccessDenied",
      `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    ),
  invalidParameter: (clause: string): IamFault => new IamFault(400, "ValidationError", `1 validation error detected: ${clause}`),
  invalidUrl: () => new IamFault(400, "ValidationError", "Invalid Open ID Connect Provider URL"),
  tooManyThumbprints: () => new IamFault(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries."),
  /** Differs from AWS, perhaps: 40 characters that are no hex digits are refused in the same words; AWS's are unconfirmed. */
  malformedThumbprint: (thumbprints: readonly string[]): IamFault =>
    IAM_FAULTS.invalidParameter(
      `Value '[${thumbprints.join(", ")}]' at 'thumbprintList' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 40, Member must have length greater than or equal to 40]`,
    ),
  providerExists: (url: string) => new IamFault(409, "EntityAlreadyExists", `Provider with url ${url} already exists.`),
  providerMissing: (arn: string) => new IamFault(404, "NoSuchEntity", `OpenIDConnect Provider not found for arn ${arn}`),
  roleExists: (name: string) => new IamFault(409, "EntityAlreadyExists", `Role with name ${name} already exists.`),
  roleMissing: (name: string) => new IamFault(404, "NoSuchEntity", `The role with name ${name} cannot be found.`),
  trustPolicyTooLong: (limit: number) => new IamFault(409, "LimitExceeded", `Cannot exceed quota for ACLSizePerRole: ${limit}`),
  malformedPolicy: (message: string) => new IamFault(400, "MalformedPolicyDocument", message),
} as const;

/** IAM's words for what is wrong with a request's signature or credentials. */
export function iamAuthenticationFault(problem: AuthenticationProblem): IamFault {
  const { status, code, message } = queryAuthenticationFault(problem);
  return new IamFault(status, code, message);
}
