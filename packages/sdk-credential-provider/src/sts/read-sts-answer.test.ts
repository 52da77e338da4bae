import { describe, expect, test } from "vitest";
import { readAssumedCredentials, readQueryError, readS3Error } from "./read-sts-answer.js";

const KEYS = "<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2026-01-05T10:00:00Z</Expiration>";

test("credentials, whichever action they answer", () => {
  const answer = (action: string): string => `<${action}Response><${action}Result><Credentials>${KEYS}</Credentials></${action}Result></${action}Response>`;
  for (const action of ["AssumeRole", "AssumeRoleWithWebIdentity"] as const)
    expect(readAssumedCredentials(action, answer(action))).toEqual({
      credentials: { accessKeyId: "ASIA", secretAccessKey: "s", sessionToken: "t", expiresAt: Date.UTC(2026, 0, 5, 10) },
    });
});

test.each([
  { name: "nothing", xml: "", unreadable: "empty" },
  { name: "the beginning of it", xml: "<AssumeRoleResponse><AssumeRoleRes", unreadable: "cut-off" },
  { name: "somebody else's page", xml: "<html>Welcome</html>", unreadable: "foreign" },
  { name: "another action's", xml: "<AssumeRoleWithWebIdentityResponse></AssumeRoleWithWebIdentityResponse>", unreadable: "foreign" },
  { name: "no credentials", xml: "<AssumeRoleResponse><AssumeRoleResult></AssumeRoleResult></AssumeRoleResponse>", unreadable: "no-credentials" },
])("no credentials in $name", ({ xml, unreadable }) => {
  expect(readAssumedCredentials("AssumeRole", xml)).toEqual({ unreadable });
});

test("credentials without an expiration do not expire", () => {
  const xml = `<AssumeRoleResponse><AssumeRoleResult><Credentials>${KEYS.replace(/<Expiration>.*<\/Expiration>/, "")}</Credentials></AssumeRoleResult></AssumeRoleResponse>`;
  expect(readAssumedCredentials("AssumeRole", xml)).toEqual({ credentials: { accessKeyId: "ASIA", secretAccessKey: "s", sessionToken: "t" } });
});

const ERROR = "<Error><Code>AccessDenied</Code><Message>not yours</Message></Error>";
const WHOLE = { code: "AccessDenied", message: "not yours" };
const UNKNOWN = { code: "Unknown", message: "" };

describe("code and message of an error", () => {
  test.each([
    { name: "the query protocol's", read: readQueryError, xml: `<ErrorResponse>${ERROR}</ErrorResponse>`, error: WHOLE },
    { name: "the query protocol's, without an error", read: readQueryError, xml: "<ErrorResponse></ErrorResponse>", error: UNKNOWN },
    { name: "the query protocol's, without members", read: readQueryError, xml: "<ErrorResponse><Error></Error></ErrorResponse>", error: UNKNOWN },
    { name: "the query protocol's from somebody else", read: readQueryError, xml: "<html>no</html>", error: UNKNOWN },
    { name: "S3's", read: readS3Error, xml: ERROR, error: WHOLE },
    { name: "S3's, without members", read: readS3Error, xml: "<Error></Error>", error: UNKNOWN },
    { name: "S3's without a body, as for HEAD", read: readS3Error, xml: "", error: UNKNOWN },
    { name: "S3's from somebody else", read: readS3Error, xml: "<html>no</html>", error: UNKNOWN },
  ])("$name", ({ read, xml, error }) => {
    expect(read(xml)).toEqual(error);
  });
});
