import type { HttpRequest } from "@irsa-sim/core";
import { parseAmzDate } from "./amz-date.js";
import type { AuthenticationProblem } from "./authentication.js";
import { parseCredential } from "./parse-authorization.js";
import type { SignedRequest } from "./signed-request.js";

const MAX_EXPIRES_SECONDS = 604_800;
const REQUIRED = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires"];

/** Whether a request carries its signature in the query string. */
export function isPresigned({ url }: HttpRequest): boolean {
  const { searchParams } = new URL(url);
  return searchParams.has("X-Amz-Algorithm") || searchParams.has("X-Amz-Signature");
}

/**
 * Reads what a presigned URL says of its signer; nothing is verified yet. A token in a signed header counts before the query's.
 *
 * @see sts-and-iam.md, sections 8.1 and 8.2
 */
export function readPresignedRequest(request: HttpRequest): SignedRequest | AuthenticationProblem {
  const { searchParams } = new URL(request.url);
  const parameter = (name: string): string => searchParams.get(name) ?? "";
  const missing = REQUIRED.find((name) => parameter(name) === "");
  if (missing !== undefined) return malformed(`${REQUIRED.join(", ")}`, `no ${missing}`);
  if (parameter("X-Amz-Algorithm") !== "AWS4-HMAC-SHA256") return malformed("AWS4-HMAC-SHA256", parameter("X-Amz-Algorithm"));
  const expiresSeconds = Number(parameter("X-Amz-Expires"));
  if (!/^\d+$/.test(parameter("X-Amz-Expires")) || expiresSeconds > MAX_EXPIRES_SECONDS) {
    return malformed(`X-Amz-Expires from 0 to ${MAX_EXPIRES_SECONDS}`, parameter("X-Amz-Expires"));
  }
  const credential = parseCredential(parameter("X-Amz-Credential"));
  const signedAt = parseAmzDate(parameter("X-Amz-Date"));
  if (credential === null) return malformed("a Credential of the form KEY/YYYYMMDD/REGION/SERVICE/aws4_request", parameter("X-Amz-Credential"));
  if (signedAt === null) return malformed("X-Amz-Date as YYYYMMDDTHHMMSSZ", parameter("X-Amz-Date"));
  const signedHeaders = parameter("X-Amz-SignedHeaders").toLowerCase().split(";");
  const inHeader = signedHeaders.includes("x-amz-security-token") ? request.headers["x-amz-security-token"] : undefined;
  return {
    authorization: { ...credential, signedHeaders, signature: parameter("X-Amz-Signature") },
    signedAt,
    expiresSeconds,
    sessionToken: inHeader ?? searchParams.get("X-Amz-Security-Token"),
    request,
  };
}

function malformed(expected: string, actual: string): AuthenticationProblem {
  return { reason: "malformed-query", expected, actual };
}
