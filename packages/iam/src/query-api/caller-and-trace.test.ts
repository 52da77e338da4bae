/** What a caller is told of its session, and what the trace is told of the caller. */
import type { Arn } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createApi } from "./iam-api.test-support.js";

test("a session that expired is told so for a good while, and is unknown when it was forgotten", async () => {
  const { call, clock, sessions, user } = createApi();
  const issue = () => sessions.issueForUser({ user, federatedUser: null, durationSeconds: 900 });
  const { accessKeyId, secretAccessKey: secret, sessionToken: token } = issue();
  const code = async () => (await call("ListRoles", {}, { accessKeyId, secret, token, at: clock.now() })).code;
  expect(await code()).toBeUndefined();
  await clock.advanceBy(30 * 24 * 3_600_000);
  expect(await code()).toBe("ExpiredToken");
  for (let n = 0; n < 1000; n += 1) issue();
  await clock.advanceBy(2 * 3_600_000);
  for (let n = 0; n < 1000; n += 1) issue();
  expect(await code()).toBe("InvalidClientTokenId");
});

test("the trace says who called, what was asked and why it was refused", async () => {
  const { call, sessions, user } = createApi();
  const checksOf = async (action: string, ...rest: readonly [Readonly<Record<string, string>>?, Parameters<typeof call>[2]?]) =>
    (await call(action, ...rest)).events.flatMap((event) =>
      event.kind === "check"
        ? [{ check: event.check, passed: event.passed, expected: event.expected.value, actual: event.actual.value, reason: event.reason }]
        : [],
    );
  const authenticated = { check: "iam.authentication", passed: true, expected: "signed by a known key", actual: user.arn };
  expect(await checksOf("ListRoles")).toEqual([authenticated]);
  expect(await checksOf("GetRole", { RoleName: "app" })).toEqual([
    authenticated,
    { check: "iam.call", passed: false, expected: "GetRole succeeds", actual: "The role with name app cannot be found.", reason: "NoSuchEntity" },
  ]);
  expect(await checksOf("ListRoles", {}, { region: "eu-west-1" })).toMatchObject([
    { check: "iam.authentication", passed: false, expected: "us-east-1", actual: "eu-west-1", reason: "wrong-region" },
    { check: "iam.call", passed: false, expected: "ListRoles succeeds", reason: "SignatureDoesNotMatch" },
  ]);
  const url = { check: "iam.provider-url", passed: true, expected: "https://, a host, perhaps a path; no port, no query", actual: "https://a.test" };
  expect(await checksOf("CreateOpenIDConnectProvider", { Url: "https://a.test" })).toEqual([authenticated, url]);
  const bob = { arn: "arn:aws:sts::111122223333:federated-user/bob" as Arn, id: "111122223333:bob", policies: [] };
  const { accessKeyId, secretAccessKey: secret, sessionToken: token } = sessions.issueForUser({ user, federatedUser: bob, durationSeconds: 900 });
  const tail = "because no session policy allows the iam:GetRole action";
  const resource = "arn:aws:iam::111122223333:role/app";
  expect(await checksOf("GetRole", { RoleName: "app" }, { accessKeyId, secret, token })).toMatchObject([
    { ...authenticated, actual: bob.arn },
    { check: "iam.authorization", passed: false, expected: `Allow iam:GetRole on ${resource}`, actual: tail, reason: "implicit-deny" },
    { check: "iam.call", actual: `User: ${bob.arn} is not authorized to perform: iam:GetRole on resource: ${resource} ${tail}`, reason: "AccessDenied" },
  ]);
});
