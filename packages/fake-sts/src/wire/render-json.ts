/**
 * The JSON form of STS's answers, which a caller gets for `Accept: application/json`: absent members are `null`, times are numbers.
 * @see sts-and-iam.md, section 1.4
 */
import { epochMillis, type HttpResponse, type Json, toEpochSeconds } from "@irsa-sim/core";
import type { StsResult } from "../actions/sts-action.js";
import type { StsFault } from "./sts-fault.js";

/** Renders the result of an action. */
export function renderJsonResult(action: string, result: StsResult, requestId: string): HttpResponse {
  const members = JSON.parse(JSON.stringify(result), (name, value) => (name === "Expiration" ? toEpochSeconds(epochMillis(Date.parse(value))) : value)) as Json;
  return json(200, { [`${action}Response`]: { [`${action}Result`]: members, ResponseMetadata: { RequestId: requestId } } });
}

/** Renders a refusal. */
export function renderJsonFault({ code, status, text }: StsFault, requestId: string): HttpResponse {
  return json(status, { Error: { Code: code, Message: text, Type: status < 500 ? "Sender" : "Receiver" }, RequestId: requestId });
}

function json(status: number, body: Json): HttpResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
