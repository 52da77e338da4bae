import { type Arn, createRandom, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { User } from "../accounts/account.js";
import type { Caller } from "../authentication/authentication.js";
import { NO_GRANTS } from "../sessions/role-session.js";
import { createCloudTrail } from "./cloud-trail.js";
import { userIdentity } from "./user-identity.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const ACCOUNT = "111122223333";

const user: User = {
  arn: `arn:aws:iam::${ACCOUNT}:user/developer` as Arn,
  id: "AIDAEXAMPLE",
  name: "developer",
  accessKeyId: "AKIAEXAMPLE",
  secretAccessKey: "secret",
  policies: [],
};
const temporary = { accessKeyId: "ASIAEXAMPLE", secretAccessKey: "secret", sessionToken: "token", issuedAt: NOW, expiresAt: NOW };
const bob = { arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob` as Arn, id: `${ACCOUNT}:bob`, policies: [] };
const providerArn = `arn:aws:iam::${ACCOUNT}:oidc-provider/oidc.test` as Arn;
const session = {
  kind: "role" as const,
  ...temporary,
  roleId: "AROAEXAMPLE",
  roleArn: `arn:aws:iam::${ACCOUNT}:role/team/app` as Arn,
  sessionName: "one",
  assumedRoleArn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/one` as Arn,
  webIdentity: null,
  grants: NO_GRANTS,
  roleTags: new Map(),
};
const webIdentity = { providerArn, providerUrl: "oidc.test", audience: "sts.amazonaws.com", subject: "system:serviceaccount:default:app" };
const assumedRole = {
  type: "AssumedRole",
  principalId: "AROAEXAMPLE:one",
  arn: session.assumedRoleArn,
  accountId: ACCOUNT,
  accessKeyId: "ASIAEXAMPLE",
};
const sessionIssuer = { type: "Role", principalId: "AROAEXAMPLE", arn: session.roleArn, accountId: ACCOUNT, userName: "app" };
const attributes = { creationDate: "2026-01-05T09:00:00Z", mfaAuthenticated: "false" };
const iamUser = { type: "IAMUser", principalId: "AIDAEXAMPLE", arn: user.arn, accountId: ACCOUNT, userName: "developer" };

test.each<{ name: string; caller: Caller; identity: object }>([
  { name: "a user", caller: { kind: "user", arn: user.arn, user, session: null }, identity: { ...iamUser, accessKeyId: "AKIAEXAMPLE" } },
  {
    name: "a user by a session",
    caller: { kind: "user", arn: user.arn, user, session: { kind: "user", ...temporary, user, federatedUser: null } },
    identity: { ...iamUser, accessKeyId: "ASIAEXAMPLE" },
  },
  {
    name: "a federated user",
    caller: { kind: "user", arn: bob.arn, user, session: { kind: "user", ...temporary, user, federatedUser: bob } },
    identity: { type: "FederatedUser", principalId: bob.id, arn: bob.arn, accountId: ACCOUNT, accessKeyId: "ASIAEXAMPLE" },
  },
  {
    name: "a node's role",
    caller: { kind: "role-session", arn: session.assumedRoleArn, session },
    identity: { ...assumedRole, sessionContext: { sessionIssuer, attributes } },
  },
  {
    name: "a role by a web identity, with a source identity",
    caller: { kind: "role-session", arn: session.assumedRoleArn, session: { ...session, webIdentity, grants: { ...NO_GRANTS, sourceIdentity: "me" } } },
    identity: {
      ...assumedRole,
      sessionContext: { sessionIssuer, webIdFederationData: { federatedProvider: providerArn, attributes: {} }, attributes, sourceIdentity: "me" },
    },
  },
])("who called: $name", ({ caller, identity }) => {
  expect(userIdentity(caller)).toEqual(identity);
});

const CALL = {
  eventSource: "sts.amazonaws.com",
  eventName: "GetCallerIdentity",
  userIdentity: { type: "IAMUser" },
  request: { method: "POST", url: "https://sts.eu-west-1.amazonaws.com/", headers: { "user-agent": "aws-cli/2" }, body: "" },
  requestId: "r-1",
  region: "eu-west-1",
  recipientAccountId: ACCOUNT,
  requestParameters: { a: "b" },
  responseElements: null,
  error: null,
  readOnly: true,
};
const EVENT = {
  eventVersion: "1.08",
  userIdentity: { type: "IAMUser" },
  eventTime: "2026-01-05T09:00:00Z",
  eventSource: "sts.amazonaws.com",
  eventName: "GetCallerIdentity",
  awsRegion: "eu-west-1",
  sourceIPAddress: "203.0.113.10",
  userAgent: "aws-cli/2",
  requestParameters: { a: "b" },
  responseElements: null,
  requestID: "r-1",
  eventID: expect.stringMatching(/^[0-9a-f-]{36}$/),
  readOnly: true,
  eventType: "AwsApiCall",
  managementEvent: true,
  recipientAccountId: ACCOUNT,
  eventCategory: "Management",
  tlsDetails: { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256", clientProvidedHostHeader: "sts.eu-west-1.amazonaws.com" },
};

test.each([
  { name: "a call that was answered", call: {}, event: {} },
  {
    name: "a call that was refused",
    call: { error: { code: "AccessDenied", message: "no" } },
    event: { errorCode: "AccessDenied", errorMessage: "no" },
  },
  {
    name: "what a service adds",
    call: { additionalEventData: { x: "y" }, resources: [{ ARN: "arn" }], request: { ...CALL.request, headers: {} } },
    event: { additionalEventData: { x: "y" }, resources: [{ ARN: "arn" }], userAgent: "-" },
  },
])("the event: $name", ({ call, event }) => {
  const clock = new VirtualClock(NOW);
  const trace = createTrace(clock);
  createCloudTrail({ clock, random: createRandom("trail") }).record({ ...CALL, ...call }, trace.root);
  expect(trace.events.at(-1)).toMatchObject({ kind: "note", name: "cloudtrail.event" });
  expect((trace.events.at(-1) as { attributes?: unknown }).attributes).toEqual({ ...EVENT, ...event });
});
