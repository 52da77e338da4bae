/** The matrix: tokens and requests, and what AWS answers. Each row's source is a section of the fact sheet sts-and-iam.md. */
import type { JsonObject } from "@irsa-sim/core";
import { BUCKET, ISSUER } from "../aws/simulated-aws.js";
import { hs256, jws, withClaim } from "../aws/strange-tokens.js";
import { callIam, SUBJECT } from "./set-up.js";
import type { Answer, Credentials, Subject } from "./subject.js";

/** One row. */
export interface Question {
  readonly name: string;
  /** Section of the sheet that says what AWS answers. */
  readonly section: string;
  /** `200`, `302`, or status and code; then the message, where the sheet has it. */
  readonly expected: (subject: Subject) => string;
  readonly ask: (subject: Subject) => Promise<Answer>;
}

const DENIED = "403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity";
const NOT_A_JWT = "400 InvalidIdentityToken: The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";
const NO_KEY =
  "400 InvalidIdentityToken: Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";

const NAME_RULE = String.raw`[\w+=,.@-]*`;

/** A row about a token; the request around it is right. */
function token(
  name: string,
  section: string,
  row: {
    readonly claims?: (nowSeconds: number) => JsonObject;
    readonly alter?: (token: string) => string | Promise<string>;
    readonly role?: string;
    readonly expected: string | ((subject: Subject) => string);
  },
): Question {
  const { claims = () => ({}), alter = (sent: string) => sent, role = "my-role", expected } = row;
  return {
    name,
    section,
    expected: typeof expected === "string" ? () => expected : expected,
    ask: async (subject) =>
      assumeRole(subject, { WebIdentityToken: await alter(await tokenOf(subject, claims(subject.nowSeconds()))), RoleArn: roleArn(subject, role) }),
  };
}

/** A row about a parameter; the token is right. */
function parameter(name: string, section: string, change: Readonly<Record<string, string | undefined>>, expected: string): Question {
  return { name, section, expected: () => expected, ask: async (subject) => assumeRole(subject, { WebIdentityToken: await tokenOf(subject), ...change }) };
}

function roleArn({ account }: Subject, role: string): string {
  return `arn:aws:iam::${account}:role/${role}`;
}

function tokenOf(subject: Subject, changes: JsonObject = {}): Promise<string> {
  const nowSeconds = subject.nowSeconds();
  const claims = { aud: ["sts.amazonaws.com"], exp: nowSeconds + 86_400, iat: nowSeconds, iss: ISSUER, nbf: nowSeconds, sub: SUBJECT, ...changes };
  // A claim that is null was taken away.
  return subject.sign(Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null)));
}

function assumeRole(subject: Subject, change: Readonly<Record<string, string | undefined>>): Promise<Answer> {
  const parameters = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleArn: roleArn(subject, "my-role"), RoleSessionName: "my-app", ...change };
  const sent = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return post(subject, new URLSearchParams(sent).toString());
}

function post(subject: Subject, body: string): Promise<Answer> {
  return subject.send({ service: "sts", method: "POST", path: "/", headers: { "content-type": "application/x-www-form-urlencoded" }, body });
}

/** Credentials of `my-role`, as its pod gets them. */
async function roleCredentials(subject: Subject): Promise<Credentials> {
  const { body } = await assumeRole(subject, { WebIdentityToken: await tokenOf(subject) });
  const element = (name: string): string => new RegExp(`<${name}>([^<]+)</${name}>`).exec(body)?.[1] ?? "";
  return { accessKeyId: element("AccessKeyId"), secretAccessKey: element("SecretAccessKey"), sessionToken: element("SessionToken") };
}

/** A row about an object that the role reads with its credentials. */
function read(
  name: string,
  section: string,
  row: { readonly key?: string; readonly change?: Partial<Credentials>; readonly expected: (subject: Subject) => string },
): Question {
  const { key = "hello.txt", change = {}, expected } = row;
  return {
    name,
    section,
    expected,
    ask: async (subject) =>
      subject.send({
        service: "s3",
        method: "GET",
        path: `/${BUCKET}/${key}`,
        headers: {},
        body: "",
        credentials: { ...(await roleCredentials(subject)), ...change },
      }),
  };
}

const OTHER_ISSUER = ISSUER.replace(/.$/, "1");

/** All rows. */
export const QUESTIONS: readonly Question[] = [
  token("a projected token, as it is", "1.3", { expected: "200" }),
  token("the token file ends in a new line", "4.4", { alter: (sent) => `${sent}\n`, expected: "200" }),
  token("a word instead of a token", "3.2", { alter: () => "not-a-token", expected: NOT_A_JWT }),
  token("two parts of the token's three", "3.2", { alter: (sent) => sent.split(".").slice(0, 2).join("."), expected: NOT_A_JWT }),
  token("alg none, no signature", "4.3", { alter: (sent) => jws(sent, { alg: "none" }, ""), expected: NOT_A_JWT }),
  token("HS256 with the public key as the secret", "4.3", { alter: hs256, expected: NOT_A_JWT }),
  token("a claim was changed after signing", "3.2", {
    alter: (sent) => withClaim(sent, { sub: "system:serviceaccount:default:admin" }),
    expected: "400 InvalidIdentityToken: Token signature invalid",
  }),
  token("signed by a key that the issuer does not publish", "3.2", {
    alter: (sent) => jws(sent, { alg: "RS256", kid: "0123456789abcdef" }),
    expected: NO_KEY,
  }),
  token("no sub", "3.2", { claims: () => ({ sub: null }), expected: "400 InvalidIdentityToken: Missing a required claim: sub" }),
  token("an issuer that the account does not know", "3.2", {
    claims: () => ({ iss: OTHER_ISSUER }),
    expected: `400 InvalidIdentityToken: No OpenIDConnect provider found in your account for ${OTHER_ISSUER}`,
  }),
  token("another audience", "3.2", {
    claims: () => ({ aud: ["https://kubernetes.default.svc"] }),
    expected: "400 InvalidIdentityToken: Incorrect token audience",
  }),
  token("azp, which stands for the audience, is another", "4.4", {
    claims: () => ({ azp: "other" }),
    expected: "400 InvalidIdentityToken: Incorrect token audience",
  }),
  token("expired ten minutes ago", "3.2", {
    claims: (now) => ({ exp: now - 600, iat: now - 4200, nbf: now - 4200 }),
    expected: (subject) =>
      `400 ExpiredTokenException: Token expired: current date/time ${subject.nowSeconds()} must be before the expiration date/time ${subject.nowSeconds() - 600}`,
  }),
  token("expired two minutes ago: within the grace of five", "4.4", {
    claims: (now) => ({ exp: now - 120, iat: now - 3720, nbf: now - 3720 }),
    expected: "200",
  }),
  token("the trust policy names another namespace", "3.2", { role: "other-namespace", expected: DENIED }),
  token("the trust policy has a star under StringEquals", "5.3", { role: "star-in-equals", expected: DENIED }),
  token("the role does not exist", "3.2", { role: "nobody", expected: DENIED }),
  parameter(
    "a role name instead of an ARN",
    "2.2",
    { RoleArn: "my-role" },
    "400 ValidationError: 1 validation error detected: Value 'my-role' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
  ),
  parameter(
    "a long text instead of an ARN",
    "2.2",
    { RoleArn: "role/my-role-of-this-account" },
    "400 ValidationError: role/my-role-of-this-account is invalid",
  ),
  parameter(
    "a session name with a space",
    "2.2",
    { RoleSessionName: "my app" },
    `400 ValidationError: 1 validation error detected: Value 'my app' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${NAME_RULE}`,
  ),
  parameter(
    "no token",
    "2.2",
    { WebIdentityToken: undefined },
    "400 ValidationError: 1 validation error detected: Value null at 'webIdentityToken' failed to satisfy constraint: Member must not be null",
  ),
  parameter(
    "a session of 899 seconds",
    "2.2",
    { DurationSeconds: "899" },
    "400 ValidationError: 1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  ),
  parameter(
    "a session longer than the role's maximum",
    "2.2",
    { DurationSeconds: "7200" },
    "400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
  ),
  parameter(
    "an action of no service",
    "1.5",
    { Action: "AssumeRoleWithWebIdentities" },
    "400 InvalidAction: Could not find operation AssumeRoleWithWebIdentities for version 2011-06-15",
  ),
  parameter("no action", "1.1", { Action: undefined }, "302"),
  {
    name: "the provider is created a second time",
    section: "4.1",
    expected: () => `409 EntityAlreadyExists: Provider with url ${ISSUER} already exists.`,
    ask: (subject) =>
      callIam(subject, {
        Action: "CreateOpenIDConnectProvider",
        Url: ISSUER,
        "ClientIDList.member.1": "sts.amazonaws.com",
        "ThumbprintList.member.1": "0123456789abcdef0123456789abcdef01234567",
      }),
  },
  read("an object that the role may read", "6.1", { expected: () => "200" }),
  read("an object that the role may not read", "6.2", {
    key: "secret.txt",
    expected: ({ account }) =>
      `403 AccessDenied: User: arn:aws:sts::${account}:assumed-role/my-role/my-app is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::${BUCKET}/secret.txt" because no identity-based policy allows the s3:GetObject action`,
  }),
  read("the session token is garbage", "8.2", {
    change: { sessionToken: "garbage" },
    expected: () => "400 InvalidToken: The provided token is malformed or otherwise invalid.",
  }),
  read("the secret key is another", "8.2", {
    change: { secretAccessKey: "x".repeat(40) },
    expected: () =>
      "403 SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.",
  }),
];
