import { type Arn, createRandom, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { NOW, TEAM_ROLE } from "./role.test-support.js";
import { NO_GRANTS, type SessionGrants } from "./role-session.js";
import { callerContext } from "./session-context.js";
import { createSessionStore } from "./session-store.js";

const PROVIDER_ARN = "arn:aws:iam::111122223333:oidc-provider/oidc.test/id/1" as Arn;

function contextOf(grants: SessionGrants): Readonly<Record<string, readonly string[]>> {
  const sessions = createSessionStore({ clock: new VirtualClock(NOW), random: createRandom("sessions") });
  const webIdentity = { providerArn: PROVIDER_ARN, providerUrl: "oidc.test/id/1", audience: "sts.amazonaws.com", subject: "system:serviceaccount:default:app" };
  const session = sessions.issue({
    role: { ...TEAM_ROLE, arn: "arn:aws:iam::111122223333:role/team/app" as Arn },
    sessionName: "one",
    durationSeconds: 3600,
    webIdentity,
    grants,
  });
  return Object.fromEntries(callerContext({ kind: "role-session", arn: session.assumedRoleArn, session }));
}

test("the keys of a session, and no others", () => {
  expect(contextOf({ ...NO_GRANTS, sourceIdentity: "me" })).toEqual({
    "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/team/app"],
    "aws:userid": ["AROAEXAMPLE:one"],
    "aws:PrincipalType": ["AssumedRole"],
    "aws:PrincipalAccount": ["111122223333"],
    "aws:TokenIssueTime": ["2026-01-05T09:00:00Z"],
    "aws:PrincipalTag/Team": ["payments"],
    "aws:SourceIdentity": ["me"],
    "aws:FederatedProvider": [PROVIDER_ARN],
    "oidc.test/id/1:sub": ["system:serviceaccount:default:app"],
    "oidc.test/id/1:aud": ["sts.amazonaws.com"],
  });
});

test.each([
  { name: "a user's own key", session: "none" as const, keys: { "aws:userid": ["AIDAEXAMPLE"], "aws:username": ["developer"], "aws:PrincipalType": ["User"] } },
  {
    name: "a user's session",
    session: "own" as const,
    keys: { "aws:userid": ["AIDAEXAMPLE"], "aws:username": ["developer"], "aws:PrincipalType": ["User"], "aws:TokenIssueTime": ["2026-01-05T09:00:00Z"] },
  },
  {
    name: "whom a user vouches for has no user name",
    session: "bob" as const,
    keys: { "aws:userid": ["111122223333:bob"], "aws:PrincipalType": ["FederatedUser"], "aws:TokenIssueTime": ["2026-01-05T09:00:00Z"] },
  },
])("the keys of $name, and no others", ({ session: kind, keys }) => {
  const arn = "arn:aws:iam::111122223333:user/developer" as Arn;
  const user = { arn, id: "AIDAEXAMPLE", name: "developer", accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret", policies: [] };
  const bob = { arn: "arn:aws:sts::111122223333:federated-user/bob" as Arn, id: "111122223333:bob", policies: [] };
  const sessions = createSessionStore({ clock: new VirtualClock(NOW), random: createRandom("sessions") });
  const session = kind === "none" ? null : sessions.issueForUser({ user, federatedUser: kind === "bob" ? bob : null, durationSeconds: 900 });
  const expected = { "aws:PrincipalArn": [arn], "aws:PrincipalAccount": ["111122223333"], ...keys };
  expect(Object.fromEntries(callerContext({ kind: "user", arn, user, session }))).toEqual(expected);
});

test("session tags lie over those of the role, whatever their case", () => {
  const context = contextOf({ ...NO_GRANTS, tags: new Map([["team", "search"]]) });
  expect(Object.entries(context).filter(([key]) => key.startsWith("aws:PrincipalTag/"))).toEqual([["aws:PrincipalTag/team", ["search"]]]);
});
