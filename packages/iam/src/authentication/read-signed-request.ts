import type { HttpRequest } from "@irsa-sim/core";
import { parseAmzDate } from "./amz-date.js";
import type { AuthenticationProblem } from "./authentication.js";
import { parseAuthorization } from "./parse-authorization.js";
import { isPresigned, readPresignedRequest } from "./read-presigned-request.js";
import type { SignedRequest } from "./signed-request.js";

/**
 * Reads what a request says of its signer; nothing is verified yet.
 * Differs from AWS: only `X-Amz-Date` gives the time of signing, never `Date`.
 */
export function readSignedRequest(request: HttpRequest): SignedRequest | AuthenticationProblem {
  const { authorization: header, "x-amz-date": date, "x-amz-security-token": sessionToken = null } = request.headers;
  if (header === undefined && isPresigned(request)) return readPresignedRequest(request);
  if (header === undefined) return { reason: "unsigned", expected: "an Authorization header", actual: "none" };
  const authorization = parseAuthorization(header);
  if ("lacks" in authorization) return malformed(authorization.lacks.join(" "), header);
  const signedAt = parseAmzDate(date ?? "");
  if (date === undefined || signedAt === null) return malformed("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.", header);
  const unsigned = ["host", "x-amz-date", ...(sessionToken === null ? [] : ["x-amz-security-token"])].find(
    (name) => !authorization.signedHeaders.includes(name),
  );
  if (unsigned === "x-amz-security-token") return { reason: "headers-not-signed", expected: "every x-amz- header signed", actual: unsigned };
  if (unsigned !== undefined) return malformed(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`, header);
  if (authorization.date !== date.slice(0, 8)) {
    const text = `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${authorization.date}' != '${date}'.`;
    return { reason: "scope-date-differs", expected: text, actual: authorization.date };
  }
  return { authorization, signedAt, sessionToken, expiresSeconds: null, request };
}

/** `expected` is a sentence as AWS words it: what the header should have had. */
function malformed(expected: string, header: string): AuthenticationProblem {
  return { reason: "malformed-authorization", expected, actual: header };
}
