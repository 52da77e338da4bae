import { describe, expect, test } from "vitest";
import { findWebIdentity, fromEnvironment, fromProfile, fromSystemProperties } from "./find-web-identity.js";

const NONE = { tokenFile: null, roleArn: null, sessionName: null };
const FIRST = { tokenFile: "t1", roleArn: "r1", sessionName: "s1" };
const SECOND = { tokenFile: "t2", roleArn: "r2", sessionName: "s2" };

describe("two places", () => {
  test.each([
    { name: "the first counts", mix: "one-by-one", places: [FIRST, SECOND], found: FIRST },
    { name: "each lack is filled from the second", mix: "one-by-one", places: [{ ...FIRST, roleArn: null }, SECOND], found: { ...FIRST, roleArn: "r2" } },
    { name: "of a name too", mix: "one-by-one", places: [{ ...FIRST, sessionName: null }, SECOND], found: { ...FIRST, sessionName: "s2" } },
    { name: "of a file too", mix: "one-by-one", places: [{ ...FIRST, tokenFile: null }, SECOND], found: { ...FIRST, tokenFile: "t2" } },
    { name: "nothing", mix: "one-by-one", places: [NONE, NONE], found: NONE },
    { name: "all from the first", mix: "all-or-nothing", places: [{ ...FIRST, sessionName: null }, SECOND], found: { ...FIRST, sessionName: null } },
    { name: "all from the second, where the first lacks its role", mix: "all-or-nothing", places: [{ ...FIRST, roleArn: null }, SECOND], found: SECOND },
    { name: "or its file", mix: "all-or-nothing", places: [{ ...FIRST, tokenFile: null }, SECOND], found: SECOND },
    { name: "half of it, where nobody has all", mix: "all-or-nothing", places: [NONE, { ...SECOND, tokenFile: null }], found: { ...SECOND, tokenFile: null } },
    { name: "the other half", mix: "all-or-nothing", places: [NONE, { ...SECOND, roleArn: null }], found: { ...SECOND, roleArn: null } },
    { name: "a session name alone is nothing", mix: "all-or-nothing", places: [{ ...NONE, sessionName: "s" }, NONE], found: NONE },
  ] as const)("$mix: $name", ({ mix, places, found }) => {
    expect(findWebIdentity(places, mix)).toEqual(found);
  });
});

describe("where the inputs stand", () => {
  test("in the environment", () => {
    expect(fromEnvironment({ AWS_WEB_IDENTITY_TOKEN_FILE: "t1", AWS_ROLE_ARN: "r1", AWS_ROLE_SESSION_NAME: "s1" }, "absent")).toEqual(FIRST);
    expect(fromEnvironment({}, "absent")).toEqual(NONE);
  });

  test.each([
    { empty: "absent", found: NONE },
    { empty: "session-name", found: { ...NONE, sessionName: "" } },
    { empty: "count", found: { tokenFile: "", roleArn: "", sessionName: "" } },
    { empty: "hide", found: { tokenFile: "", roleArn: "", sessionName: "" } },
  ] as const)("in variables that are set to nothing: $empty", ({ empty, found }) => {
    expect(fromEnvironment({ AWS_WEB_IDENTITY_TOKEN_FILE: "", AWS_ROLE_ARN: "", AWS_ROLE_SESSION_NAME: "" }, empty)).toEqual(found);
  });

  test("in a profile", () => {
    expect(fromProfile({ web_identity_token_file: "t1", role_arn: "r1", role_session_name: "s1" })).toEqual(FIRST);
    expect([fromProfile({}), fromProfile(null)]).toEqual([NONE, NONE]);
  });

  test("in Java's properties", () => {
    expect(fromSystemProperties({ "aws.webIdentityTokenFile": "t1", "aws.roleArn": "r1", "aws.roleSessionName": "s1" })).toEqual(FIRST);
    expect([fromSystemProperties({}), fromSystemProperties()]).toEqual([NONE, NONE]);
  });
});
