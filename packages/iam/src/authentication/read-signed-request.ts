import { epochMillis, type HttpRequest } from "@irsa-sim/core";
import { formatAmzDate, parseAmzDate } from "./amz-date.js";
import type { AuthenticationProblem } from "./authentication.js";
import { parseAuthorization } from "./parse-authorization.js";
import { isPresigned, readPresignedRequest } from "./read-presigned-request.js";
import type { SignedRequest } from "./signed-request.js";

/** Reads what a request says of its signer, whose time stands in `X-Amz-Date` or, without that, in `Date`; nothing is verified yet. */
export function readSignedRequest(request: HttpRequest): SignedRequest | AuthenticationProblem {
  const { authorization: header, "x-amz-date": amzDate, date: httpDate, "x-amz-security-token": sessionToken = null } = request.headers;
  if (header === undefined && isPresigned(request)) return readPresignedRequest(request);
  if (header === undefined) return { reason: "unsigned", expected: "an Authorization header", actual: "none" };
  const authorization = parseAuthorization(header);
  if ("lacks" in authorization) return malformed(authorization.lacks.join(" "), header);
  const date = amzDate ?? readHttpDate(httpDate ?? "");
  const signedAt = parseAmzDate(date ?? "");
  if (date === null || signedAt === null) return malformed("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.", header);
  const unsigned = ["host", ...(amzDate === undefined ? [] : ["x-amz-date"]), ...(sessionToken === null ? [] : ["x-amz-security-token"])].find(
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

/** `Date` as SigV4 writes a time, whether it is written so or as HTTP does; `null` for what is neither. */
function readHttpDate(text: string): string | null {
  if (parseAmzDate(text) !== null) return text;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : formatAmzDate(epochMillis(instant));
}

/** `expected` is a sentence as AWS words it: what the header should have had. */
function malformed(expected: string, header: string): AuthenticationProblem {
  return { reason: "malformed-authorization", expected, actual: header };
}
