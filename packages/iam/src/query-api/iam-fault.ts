/**
 * What IAM says when it refuses: its own codes, statuses and texts, and the only place where they are made (sts-and-iam.md, sections 4.1, 5.5 and 8.2).
 * Differs from AWS, perhaps, in the texts about managed policies and conflicts of deletion: they are known from field reports, not from the sheet.
 */
import type { CheckRecord } from "@irsa-sim/core";
import type { AuthenticationProblem } from "../authentication/authentication.js";
import { queryAuthenticationFault } from "./query-authentication-fault.js";

/** What IAM found and the caller is not told: for the trace alone. */
export type IamFinding = Pick<CheckRecord, "expected" | "actual" | "details">;

/** A refusal, thrown where it arises and answered by the handler. */
export class IamFault extends Error {
  readonly code: string;
  readonly status: number;
  /** `null` where the answer has no message. */
  readonly text: string | null;
  /** `null` where the text says all. */
  readonly finding: IamFinding | null;

  constructor(status: number, code: string, text: string | null, finding: IamFinding | null = null) {
    super(text ?? code);
    this.text = text;
    this.finding = finding;
    this.name = "IamFault";
    this.status = status;
    this.code = code;
  }
}

export const IAM_FAULTS = {
  operationNotFound: (action: string, version: string) => new IamFault(400, "InvalidAction", `Could not find operation ${action} for version ${version}`),
  accessDenied: (caller: string, action: string, resource: string, tail: string) =>
    new IamFault(403, "AccessDenied", `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} ${tail}`),
  invalidParameters: (clauses: readonly string[]) =>
    new IamFault(400, "ValidationError", `${clauses.length} validation error${clauses.length === 1 ? "" : "s"} detected: ${clauses.join("; ")}`),
  malformedInput: (text: string) => new IamFault(400, "MalformedInput", text === "" ? "missing value for decimal type" : null),
  /** Differs from AWS, perhaps: the sheet has no text for it. */
  invalidMarker: () => new IamFault(400, "ValidationError", "Invalid Marker."),
  duplicateTagKeys: () => new IamFault(400, "InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
  limitExceeded: (quota: string, limit: number, finding?: IamFinding) =>
    new IamFault(409, "LimitExceeded", `Cannot exceed quota for ${quota}: ${limit}`, finding),
  invalidUrl: () => new IamFault(400, "ValidationError", "Invalid Open ID Connect Provider URL"),
  tooManyThumbprints: () => new IamFault(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries."),
  providerExists: (url: string) => new IamFault(409, "EntityAlreadyExists", `Provider with url ${url} already exists.`),
  providerMissing: (arn: string) => new IamFault(404, "NoSuchEntity", `OpenIDConnect Provider not found for arn ${arn}`),
  roleExists: (name: string) => new IamFault(409, "EntityAlreadyExists", `Role with name ${name} already exists.`),
  roleMissing: (name: string) => new IamFault(404, "NoSuchEntity", `The role with name ${name} cannot be found.`),
  rolePolicyMissing: (name: string) => new IamFault(404, "NoSuchEntity", `The role policy with name ${name} cannot be found.`),
  roleHasInlinePolicies: () => new IamFault(409, "DeleteConflict", "Cannot delete entity, must delete policies first."),
  roleHasAttachedPolicies: () => new IamFault(409, "DeleteConflict", "Cannot delete entity, must detach all policies first."),
  inlinePoliciesTooLong: (limit: number, role: string) => new IamFault(409, "LimitExceeded", `Maximum policy size of ${limit} bytes exceeded for role ${role}`),
  malformedPolicy: (message: string, finding: IamFinding) => new IamFault(400, "MalformedPolicyDocument", message, finding),
  policyExists: (name: string) => new IamFault(409, "EntityAlreadyExists", `A policy called ${name} already exists. Duplicate names are not allowed.`),
  policyMissing: (arn: string) => new IamFault(404, "NoSuchEntity", `Policy ${arn} was not found.`),
  unparsableArn: () => new IamFault(400, "ValidationError", "Invalid ARN:  Could not be parsed!"),
  policyNotAttachable: (arn: string) => new IamFault(404, "NoSuchEntity", `Policy ${arn} does not exist or is not attachable.`),
  boundaryNotAttachable: (arn: string) => new IamFault(404, "NoSuchEntity", `Scope ARN: ${arn} does not exist or is not attachable.`),
  policyVersionMissing: (arn: string, version: string) =>
    new IamFault(404, "NoSuchEntity", `Policy ${arn} version ${version} does not exist or is not attachable.`),
  policyAttached: () => new IamFault(409, "DeleteConflict", "Cannot delete a policy attached to entities."),
  policyHasVersions: () =>
    new IamFault(
      409,
      "DeleteConflict",
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    ),
  policyVersionIsDefault: () => new IamFault(409, "DeleteConflict", "Cannot delete the default version of a policy."),
  tooManyPolicyVersions: (limit: number) =>
    new IamFault(
      409,
      "LimitExceeded",
      `A managed policy can have up to ${limit} versions. Before you create a new version, you must delete an existing version.`,
    ),
} as const;

/** IAM's words for what is wrong with a request's signature or credentials. */
export function iamAuthenticationFault(problem: AuthenticationProblem): IamFault {
  const { status, code, message } = queryAuthenticationFault(problem);
  return new IamFault(status, code, message);
}
