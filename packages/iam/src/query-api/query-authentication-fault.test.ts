import { expect, test } from "vitest";
import type { AuthenticationProblem } from "../authentication/authentication.js";
import { queryAuthenticationFault } from "./query-authentication-fault.js";

test.each<{ problem: AuthenticationProblem; status: number; code: string; message: string }>([
  {
    problem: { reason: "clock-skewed", expected: "20260105T001000Z", actual: "20260104T235459Z" },
    status: 403,
    code: "SignatureDoesNotMatch",
    message: "Signature expired: 20260104T235459Z is now earlier than 20260104T235500Z (20260105T001000Z - 15 min.)",
  },
  {
    problem: { reason: "clock-skewed", expected: "20260105T001000Z", actual: "20260105T002501Z" },
    status: 403,
    code: "SignatureDoesNotMatch",
    message: "Signature not yet current: 20260105T002501Z is still later than 20260105T002500Z (20260105T001000Z + 15 min.)",
  },
  {
    problem: { reason: "presigned-url-expired", expected: "within 60 s of 20260105T090000Z", actual: "20260105T090101Z" },
    status: 403,
    code: "SignatureDoesNotMatch",
    message: "Signature expired: within 60 s of 20260105T090000Z is now 20260105T090101Z",
  },
  {
    problem: { reason: "headers-not-signed", expected: "every x-amz- header signed", actual: "x-amz-security-token" },
    status: 400,
    code: "IncompleteSignature",
    message: "'x-amz-security-token' must be a 'SignedHeader' in the AWS Authorization.",
  },
  { problem: { reason: "malformed-query", expected: "what it lacks", actual: "x" }, status: 400, code: "IncompleteSignature", message: "what it lacks" },
  {
    problem: { reason: "malformed-authorization", expected: "what it lacks", actual: "x" },
    status: 400,
    code: "IncompleteSignature",
    message: "what it lacks",
  },
  { problem: { reason: "scope-date-differs", expected: "the dates", actual: "x" }, status: 403, code: "SignatureDoesNotMatch", message: "the dates" },
  {
    problem: { reason: "wrong-service", expected: "iam", actual: "s3" },
    status: 403,
    code: "SignatureDoesNotMatch",
    message: "Credential should be scoped to correct service: 'iam'. ",
  },
  {
    problem: { reason: "expired", expected: "", actual: "" },
    status: 403,
    code: "ExpiredToken",
    message: "The security token included in the request is expired",
  },
  ...(["unknown-access-key", "malformed-session-token", "session-token-of-another-key", "role-deleted"] as const).map((reason) => ({
    problem: { reason, expected: "", actual: "" },
    status: 403,
    code: "InvalidClientTokenId",
    message: "The security token included in the request is invalid.",
  })),
])("in the words of the query protocol: $problem.reason, $message", ({ problem, ...fault }) => {
  expect(queryAuthenticationFault(problem)).toEqual(fault);
});
