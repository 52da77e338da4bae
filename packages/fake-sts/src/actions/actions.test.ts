import { bodyText } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { ACCOUNT, checksOf, createTestWorld, credentialsIn, element, ISSUER, PROVIDER_ARN, ROLE_ARN, SUBJECT, trailOf } from "../world.test-support.js";

const NONE = "because no identity-based policy allows the";
const allowing = (action: string): string => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

describe("GetCallerIdentity (section 1.6)", () => {
  test("a user: Arn, UserId, Account, in this order", async () => {
    const world = createTestWorld();
    const response = await world.signedCall("GetCallerIdentity");
    await expect(bodyText(response)).toMatchFileSnapshot("../../__golden__/get-caller-identity.xml");
    expect(element(response, "UserId")).toBe(world.developer.id);
  });

  test("an assumed role, without any permission", async () => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.assumeRole());
    const response = await world.signedCall("GetCallerIdentity", {}, { credentials });
    expect(element(response, "Arn")).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/my-pod-role/my-session`);
    expect(element(response, "UserId")).toBe("AROA3ISBVQKHLCPMWHJG5:my-session");
  });

  test("a federated user", async () => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.signedCall("GetFederationToken", { Name: "ann" }));
    const response = await world.signedCall("GetCallerIdentity", {}, { credentials });
    expect([element(response, "Arn"), element(response, "UserId")]).toEqual([`arn:aws:sts::${ACCOUNT}:federated-user/ann`, `${ACCOUNT}:ann`]);
  });

  test("in JSON", async () => {
    const world = createTestWorld();
    const response = await world.signedCall("GetCallerIdentity", {}, { headers: { accept: "application/json" } });
    expect(JSON.parse(bodyText(response)).GetCallerIdentityResponse.GetCallerIdentityResult).toEqual({
      Arn: world.developer.arn,
      UserId: world.developer.id,
      Account: ACCOUNT,
    });
  });
});

describe("what is wrong with a signature, in the words of the query services (section 8.2)", () => {
  test.each<{ name: string; signing: object; status: number; code: string; message: string }>([
    {
      name: "unknown key",
      signing: { credentials: { accessKeyId: "AKIAABCDEFGHIJKLMNOP", secretAccessKey: "x" } },
      status: 403,
      code: "InvalidClientTokenId",
      message: "The security token included in the request is invalid.",
    },
    {
      name: "wrong region",
      signing: { region: "us-west-2" },
      status: 403,
      code: "SignatureDoesNotMatch",
      message: "Credential should be scoped to a valid region. ",
    },
    {
      name: "wrong service",
      signing: { service: "s3" },
      status: 403,
      code: "SignatureDoesNotMatch",
      message: "Credential should be scoped to correct service: 'sts'. ",
    },
  ])("$name", async ({ signing, status, code, message }) => {
    const response = await createTestWorld().signedCall("GetCallerIdentity", {}, signing);
    expect([response.status, element(response, "Code"), element(response, "Message")]).toEqual([status, code, message]);
  });

  test("unsigned call to a signed action", async () => {
    const response = await createTestWorld().send({ method: "GET", url: "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15" });
    expect([response.status, element(response, "Code"), element(response, "Message")]).toEqual([
      403,
      "MissingAuthenticationToken",
      "Request is missing Authentication Token",
    ]);
  });

  test("expired credentials: ExpiredToken with 403, not the token's ExpiredTokenException", async () => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.assumeRole());
    await world.clock.advanceBy(3_600_000);
    const response = await world.signedCall("GetCallerIdentity", {}, { credentials });
    expect([response.status, element(response, "Code")]).toEqual([403, "ExpiredToken"]);
  });

  test("credentials of a role that was deleted and made again", async () => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.assumeRole());
    world.changeRole({ id: "AROA3ISBVQKHOTHERROLE" });
    expect(element(await world.signedCall("GetCallerIdentity", {}, { credentials }), "Code")).toBe("InvalidClientTokenId");
  });
});

describe("GetSessionToken and GetFederationToken (section 1.6)", () => {
  test("a user's own temporary credentials last twelve hours", async () => {
    const world = createTestWorld();
    const response = await world.signedCall("GetSessionToken");
    await expect(bodyText(response)).toMatchFileSnapshot("../../__golden__/get-session-token.xml");
    expect(element(response, "Expiration")).toBe("2026-01-05T21:00:00Z");
    const identity = await world.signedCall("GetCallerIdentity", {}, { credentials: credentialsIn(response) });
    expect(element(identity, "Arn")).toBe(world.developer.arn);
  });

  test("a federated user", async () => {
    const response = await createTestWorld().signedCall("GetFederationToken", { Name: "ann", DurationSeconds: "900" });
    await expect(bodyText(response)).toMatchFileSnapshot("../../__golden__/get-federation-token.xml");
  });

  test.each([
    { name: "a policy passed along allows it", policy: { Policy: allowing("sts:GetAccessKeyInfo") }, status: 200 },
    { name: "the policy passed along allows something else", policy: { Policy: allowing("s3:*") }, status: 403 },
    { name: "no policy was passed along", policy: {}, status: 403 },
  ])("what a federated user may do: $name", async ({ policy, status }) => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.signedCall("GetFederationToken", { Name: "ann", ...policy }));
    const response = await world.signedCall("GetAccessKeyInfo", { AccessKeyId: world.developer.accessKeyId }, { credentials });
    expect(response.status).toBe(status);
  });

  test.each([
    { action: "GetSessionToken", parameters: {} },
    { action: "GetFederationToken", parameters: { Name: "ann" } },
  ])("$action is not callable with role credentials", async ({ action, parameters }) => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.assumeRole());
    const response = await world.signedCall(action, parameters, { credentials });
    expect([response.status, element(response, "Message")]).toEqual([403, `Cannot call ${action} with session credentials`]);
    expect(checksOf(world.events).at(-1)).toMatchObject({ check: "sts.caller", passed: false });
  });

  test.each([
    { name: "too short a session", action: "GetSessionToken", parameters: { DurationSeconds: "899" }, part: "greater than or equal to 900" },
    { name: "too long a session", action: "GetSessionToken", parameters: { DurationSeconds: "129601" }, part: "less than or equal to 129600" },
    { name: "a name of one letter", action: "GetFederationToken", parameters: { Name: "a" }, part: "'name' failed to satisfy constraint" },
    { name: "a name of 33 letters", action: "GetFederationToken", parameters: { Name: "a".repeat(33) }, part: "less than or equal to 32" },
    { name: "an empty message", action: "DecodeAuthorizationMessage", parameters: { EncodedMessage: "" }, part: "greater than or equal to 1" },
    { name: "a short access key id", action: "GetAccessKeyInfo", parameters: { AccessKeyId: "AKIA" }, part: "greater than or equal to 16" },
  ])("$name", async ({ action, parameters, part }) => {
    const response = await createTestWorld().signedCall(action, parameters);
    expect([response.status, element(response, "Code")]).toEqual([400, "ValidationError"]);
    expect(element(response, "Message")).toContain(part);
  });

  test.each([
    { action: "GetFederationToken", parameters: { Name: "ann" }, resource: `arn:aws:sts::${ACCOUNT}:federated-user/ann` },
    { action: "DecodeAuthorizationMessage", parameters: { EncodedMessage: "x" }, resource: "*" },
    { action: "GetAccessKeyInfo", parameters: { AccessKeyId: "AKIAABCDEFGHIJKLMNOP" }, resource: "*" },
  ])("$action needs a permission", async ({ action, parameters, resource }) => {
    const world = createTestWorld();
    world.account.users.set("developer", { ...world.developer, policies: [] });
    const response = await world.signedCall(action, parameters);
    expect(element(response, "Message")).toBe(
      `User: ${world.developer.arn} is not authorized to perform: sts:${action} on resource: ${resource} ${NONE} sts:${action} action`,
    );
  });
});

test("DecodeAuthorizationMessage: no service here encodes its messages", async () => {
  const response = await createTestWorld().signedCall("DecodeAuthorizationMessage", { EncodedMessage: "bm8=" });
  expect([response.status, element(response, "Code")]).toEqual([400, "InvalidAuthorizationMessageException"]);
});

test("GetAccessKeyInfo reads the account out of the key", async () => {
  const world = createTestWorld();
  expect(element(await world.signedCall("GetAccessKeyInfo", { AccessKeyId: world.developer.accessKeyId }), "Account")).toBe(ACCOUNT);
  expect(element(await world.signedCall("GetAccessKeyInfo", { AccessKeyId: "not_an_access_key" }), "Code")).toBe("ValidationError");
});

test("AssumeRoleWithSAML is unsigned and finds no provider", async () => {
  const world = createTestWorld();
  const parameters = { RoleArn: ROLE_ARN, PrincipalArn: `arn:aws:iam::${ACCOUNT}:saml-provider/idp`, SAMLAssertion: "PHg+" };
  const body = new URLSearchParams({ Action: "AssumeRoleWithSAML", Version: "2011-06-15", ...parameters }).toString();
  const response = await world.send({ body, headers: { "content-type": "application/x-www-form-urlencoded" } });
  expect([response.status, element(response, "Code")]).toEqual([400, "InvalidIdentityToken"]);
});

test.each(["AssumeRoot", "GetWebIdentityToken", "GetDelegatedAccessToken"])("%s is answered as unknown", async (action) => {
  const response = await createTestWorld().signedCall(action);
  expect([response.status, element(response, "Code")]).toEqual([400, "InvalidAction"]);
});

describe("CloudTrail (section 9.2)", () => {
  test("AssumeRoleWithWebIdentity that succeeds", async () => {
    const world = createTestWorld();
    world.call.headers["user-agent"] = "test/1.0";
    world.call.parameters.DurationSeconds = "900";
    const response = await world.assumeRole();
    const [event] = trailOf(world.events);
    const { credentials, ...responseElements } = (event?.responseElements ?? {}) as { readonly credentials?: object };
    expect(event).toMatchObject({
      eventVersion: "1.08",
      userIdentity: { type: "WebIdentityUser", principalId: `${PROVIDER_ARN}:sts.amazonaws.com:${SUBJECT}`, userName: SUBJECT, identityProvider: PROVIDER_ARN },
      eventTime: "2026-01-05T09:00:00Z",
      eventName: "AssumeRoleWithWebIdentity",
      userAgent: "test/1.0",
      requestParameters: { roleArn: ROLE_ARN, roleSessionName: "my-session", durationSeconds: 900 },
      additionalEventData: {
        identityProviderConnectionVerificationMethod: "IAMTrustStore",
        RequestDetails: { awsServingRegion: "eu-west-1", endpointType: "regional" },
      },
      requestID: response.headers["x-amzn-requestid"],
      resources: [{ accountId: ACCOUNT, type: "AWS::IAM::Role", ARN: ROLE_ARN }],
      recipientAccountId: ACCOUNT,
    });
    expect(credentials).toMatchObject({ expiration: "Jan 5, 2026, 9:15:00 AM" });
    expect(responseElements).toMatchObject({ subjectFromWebIdentityToken: SUBJECT, provider: PROVIDER_ARN, audience: "sts.amazonaws.com" });
    const { secretAccessKey, sessionToken } = credentialsIn(response);
    expect(JSON.stringify(event)).not.toContain(secretAccessKey);
    expect(JSON.stringify(event)).not.toContain(sessionToken);
  });

  test("durationSeconds only if it was sent; tags, source identity and roles claim if the token has them", async () => {
    const world = createTestWorld();
    Object.assign(world.call.claims, {
      "https://aws.amazon.com/roles": ROLE_ARN,
      "https://aws.amazon.com/tags": { principal_tags: { team: ["blue"] }, transitive_tag_keys: ["team"] },
      "https://aws.amazon.com/source_identity": "ann",
    });
    world.changeTrustPolicy([
      {
        Effect: "Allow",
        Principal: { Federated: PROVIDER_ARN },
        Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
      },
    ]);
    await world.assumeRole();
    const [event] = trailOf(world.events);
    expect(event?.requestParameters).toEqual({
      roleArn: ROLE_ARN,
      roleSessionName: "my-session",
      principalTags: { team: "blue" },
      transitiveTagKeys: ["team"],
      sourceIdentity: "ann",
    });
    expect(event?.additionalEventData).toMatchObject({ RoleAuthorizedByIdp: true });
    expect(event?.responseElements).toMatchObject({ sourceIdentity: "ann" });
  });

  test("a refusal by the trust policy reads otherwise than on the wire", async () => {
    const world = createTestWorld();
    world.changeTrustPolicy([]);
    await world.assumeRole();
    expect(trailOf(world.events)).toMatchObject([
      { errorCode: "AccessDenied", errorMessage: "An unknown error occurred", responseElements: null, userIdentity: { userName: SUBJECT } },
    ]);
  });

  test("a token that is not good is not in the trail at all", async () => {
    const world = createTestWorld();
    world.call.claims.iss = `${ISSUER}x`;
    expect(element(await world.assumeRole(), "Code")).toBe("InvalidIdentityToken");
    expect(trailOf(world.events)).toEqual([]);
  });

  test("a role whose ARN cannot be read has no account in whose trail the refusal would stand", async () => {
    const world = createTestWorld();
    const response = await world.signedCall("AssumeRole", { RoleArn: "not-the-arn-of-a-role", RoleSessionName: "my-session" });
    expect(response.status).toBe(400);
    expect(trailOf(world.events)).toEqual([]);
  });

  test("a signed call of a role's session names the role and the provider behind it", async () => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.assumeRole());
    await world.signedCall("GetCallerIdentity", {}, { credentials });
    expect(trailOf(world.events).at(-1)).toMatchObject({
      eventName: "GetCallerIdentity",
      userIdentity: {
        type: "AssumedRole",
        principalId: "AROA3ISBVQKHLCPMWHJG5:my-session",
        sessionContext: {
          sessionIssuer: { type: "Role", arn: ROLE_ARN, userName: "my-pod-role" },
          webIdFederationData: { federatedProvider: PROVIDER_ARN, attributes: {} },
          attributes: { creationDate: "2026-01-05T09:00:00Z", mfaAuthenticated: "false" },
        },
      },
    });
  });
});

test("MinimumSessionTokenSize pads the session token", async () => {
  const world = createTestWorld();
  world.call.parameters.MinimumSessionTokenSize = "2000";
  expect(credentialsIn(await world.assumeRole()).sessionToken.length).toBeGreaterThanOrEqual(2000);
});

test("STS that the account has not activated in this region", async () => {
  const world = createTestWorld();
  world.accountsWithoutRegion.add(world.account.id);
  const response = await world.assumeRole();
  expect([response.status, element(response, "Code"), element(response, "Message")]).toEqual([
    403,
    "RegionDisabledException",
    `STS is not activated in this region for account:${ACCOUNT}. Your account administrator can activate STS in this region using the IAM Console.`,
  ]);
});
