/**
 * The JSON form of STS's answers, which a caller gets for `Accept: application/json`: absent members are `null`, times are numbers.
 * @see sts-and-iam.md, section 1.4
 */
import { type EpochMillis, type HttpResponse, type Json, toEpochSeconds } from "@irsa-sim/core";
import type { AssumeRoleResult } from "./assume-role-result.js";
import type { StsFault } from "./sts-fault.js";

/** Renders the result of AssumeRoleWithWebIdentity. */
export function renderJsonResult(result: AssumeRoleResult, expiresAt: EpochMillis, requestId: string): HttpResponse {
  const members = { ...result, Credentials: { ...result.Credentials, Expiration: toEpochSeconds(expiresAt) } };
  return json(200, { AssumeRoleWithWebIdentityResponse: { AssumeRoleWithWebIdentityResult: members, ResponseMetadata: { RequestId: requestId } } });
}

/** Renders a refusal. */
export function renderJsonFault({ code, status, text }: StsFault, requestId: string): HttpResponse {
  return json(status, { Error: { Code: code, Message: text, Type: status < 500 ? "Sender" : "Receiver" }, RequestId: requestId });
}

function json(status: number, body: Json): HttpResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
