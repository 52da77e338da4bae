/** A small real world for tests: one account with a provider and a role, an issuer on an in-memory network, and STS. */
import { Sha256 } from "@aws-crypto/sha256-js";
import {
  type AccountId,
  type Arn,
  addMillis,
  bodyText,
  type CheckEvent,
  certificateThumbprint,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  type ExchangeEvent,
  epochMillis,
  type HttpRequest,
  type HttpResponse,
  type JsonObject,
  type ServerCertificate,
  type TraceEvent,
  toEpochSeconds,
  VirtualClock,
} from "@irsa-sim/core";
import {
  type Account,
  createCloudTrail,
  createIam,
  createSessionStore,
  type IamOptions,
  type OpenIdConnectProvider,
  type Role,
  type User,
} from "@irsa-sim/iam";
import { SignatureV4 } from "@smithy/signature-v4";
import { createSts } from "./create-sts.js";
import { ISSUER_LEAF, OTHER_PRIVATE_KEY, PRIVATE_AUTHORITY_KEYS, PUBLIC_AUTHORITY_KEYS, SIGNING_PRIVATE_KEY } from "./fixed-keys.test-support.js";
import { createTestIssuer, createTestKey, sign, type TestIssuer } from "./issuer.test-support.js";
import type { StsOptions } from "./sts-options.js";
import { createAuthority } from "./tls.test-support.js";

const REGION = "eu-west-1";
export const ACCOUNT = "111122223333";
export const OTHER_ACCOUNT = "444455556666";
export const ISSUER_HOST = "oidc.eks.eu-west-1.amazonaws.com";
export const PROVIDER_URL = `${ISSUER_HOST}/id/A1B2C3D4E5F6`;
export const ISSUER = `https://${PROVIDER_URL}`;
export const PROVIDER_ARN = `arn:aws:iam::${ACCOUNT}:oidc-provider/${PROVIDER_URL}`;
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/team/my-pod-role`;
export const SUBJECT = "system:serviceaccount:default:my-service-account";
const START = epochMillis(Date.UTC(2026, 0, 5, 9));

export const PUBLIC_AUTHORITY = createAuthority(PUBLIC_AUTHORITY_KEYS);
export const PRIVATE_AUTHORITY = createAuthority(PRIVATE_AUTHORITY_KEYS);
/** The issuer's certificate, signed by a public root. */
const ISSUER_CERTIFICATE = { chain: [ISSUER_LEAF, PUBLIC_AUTHORITY_KEYS.intermediate], privateKey: PUBLIC_AUTHORITY_KEYS.privateKey };
export const SIGNING_KEY = await createTestKey("key-1", SIGNING_PRIVATE_KEY);
export const OTHER_KEY = await createTestKey("key-2", OTHER_PRIVATE_KEY);

/** One call of AssumeRoleWithWebIdentity, still to be changed. */
interface TestCall {
  readonly claims: { [claim: string]: JsonObject[string] };
  readonly header: { [parameter: string]: JsonObject[string] };
  /** Added to the form; `undefined` takes a parameter away. */
  readonly parameters: { [name: string]: string | undefined };
  /** Changes the signed token. */
  alterToken: (token: string) => string;
  readonly headers: { [name: string]: string };
}

export interface TestWorld {
  readonly clock: VirtualClock;
  readonly account: Account;
  readonly otherAccount: Account;
  readonly accountsWithoutRegion: Set<AccountId>;
  readonly issuer: TestIssuer;
  readonly events: readonly TraceEvent[];
  /** A call that succeeds as it is. */
  readonly call: TestCall;
  changeProvider(change: Partial<OpenIdConnectProvider>): void;
  changeRole(change: Partial<Role>): void;
  changeTrustPolicy(statements: JsonObject["x"]): void;
  /** Another certificate for the issuer's host; `null` takes the host off the network. */
  showCertificate(certificate: ServerCertificate | null): void;
  assumeRole(): Promise<HttpResponse>;
  /** The account's administrator; may be changed. */
  readonly developer: User;
  /** Calls an action with a signature; by the developer's key unless said otherwise. */
  signedCall(action: string, parameters?: Readonly<Record<string, string>>, signing?: TestSigning): Promise<HttpResponse>;
  send(request: Partial<HttpRequest>): Promise<HttpResponse>;
}

/** What a test may change about a signature. */
export interface TestSigning {
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
  readonly region?: string;
  readonly service?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Creates the world in which the un-flipped call succeeds. */
export function createTestWorld(options: Pick<IamOptions, "organization" | "propagationMs"> & Pick<StsOptions, "rateLimit"> = {}): TestWorld {
  const clock = new VirtualClock(START);
  const trace = createTrace(clock);
  const random = createRandom("fake-sts");
  const hosts = createHostDirectory();
  const network = createNetwork(hosts, createInMemoryTransport(hosts, clock), clock);
  const iam = createIam({ clock, random: random.stream("iam"), accounts: [ACCOUNT, OTHER_ACCOUNT], ...options });
  const sessions = createSessionStore({ clock, random: random.stream("sessions") });
  const account = iam.account(ACCOUNT);
  const otherAccount = iam.account(OTHER_ACCOUNT);
  const developer = account?.users.get("developer");
  if (account === null || otherAccount === null || developer === undefined) throw new Error("the account was not created");
  const issuer = createTestIssuer(ISSUER, [SIGNING_KEY]);
  const accountsWithoutRegion = new Set<AccountId>();
  const sts = createSts({
    region: REGION,
    iam: iam.seenByServices,
    sessions,
    network,
    clock,
    random: random.stream("sts"),
    publicAnchors: [PUBLIC_AUTHORITY.root],
    cloudTrail: createCloudTrail({ clock, random: random.stream("cloudtrail") }),
    accountsWithoutRegion,
    ...options,
  });
  const call = createCall(clock);
  const world: TestWorld = {
    clock,
    account,
    otherAccount,
    accountsWithoutRegion,
    issuer,
    events: trace.events,
    call,
    changeProvider: (change) => changeEntry(account.oidcProviders, PROVIDER_URL, change),
    changeRole: (change) => changeEntry(account.roles, "my-pod-role", change),
    changeTrustPolicy: (Statement) =>
      world.changeRole({ trustPolicy: { source: "role/my-pod-role/trust-policy", document: { Version: "2012-10-17", Statement: Statement ?? null } } }),
    developer,
    signedCall: async (action, parameters = {}, signing = {}) => {
      const host = `sts.${REGION}.amazonaws.com`;
      const body = new URLSearchParams({ Action: action, Version: "2011-06-15", ...parameters }).toString();
      const headers = { host, "content-type": "application/x-www-form-urlencoded", ...signing.headers };
      const { region = REGION, service = "sts", credentials = developer } = signing;
      const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, applyChecksum: false });
      const options = { signingDate: new Date(clock.now()) };
      const signed = await signer.sign({ method: "POST", protocol: "https:", hostname: host, path: "/", headers, body }, options);
      return world.send({ body, headers: Object.fromEntries(Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value])) });
    },
    showCertificate: (certificate) => {
      if (certificate === null) hosts.listen({ host: ISSUER_HOST, actor: "oidc-issuer", handler: issuer.handler });
      else hosts.listen({ host: ISSUER_HOST, actor: "oidc-issuer", handler: issuer.handler, certificate });
    },
    assumeRole: async () => world.send({ body: await formOf(call), headers: { "content-type": "application/x-www-form-urlencoded", ...call.headers } }),
    send: (request) => {
      const whole = { method: "POST", url: `https://sts.${REGION}.amazonaws.com/`, headers: {}, body: "", ...request };
      const exchange = trace.root.enter("Call", { step: 6, actor: "sdk" }).exchange("AssumeRoleWithWebIdentity", "sts", whole);
      return clock.run(() => sts(whole, exchange.span));
    },
  };
  world.showCertificate(ISSUER_CERTIFICATE);
  account.oidcProviders.set(PROVIDER_URL, createProvider(clock));
  account.roles.set("my-pod-role", createRole(clock));
  return world;
}

/** The checks of a trace, in order. */
export function checksOf(events: readonly TraceEvent[]): readonly CheckEvent[] {
  return events.filter((event) => event.kind === "check");
}

/** Names of the issuer's documents that STS fetched, in order. */
export function fetchesOf(events: readonly TraceEvent[]): readonly string[] {
  return events.filter((event): event is ExchangeEvent => event.kind === "exchange" && event.to === "oidc-issuer").map(({ name }) => name);
}

/** A trust policy's one statement, as EKS's documentation has it. */
export function trustStatement(
  condition: JsonObject = { StringEquals: { [`${PROVIDER_URL}:aud`]: "sts.amazonaws.com", [`${PROVIDER_URL}:sub`]: SUBJECT } },
): JsonObject {
  return { Effect: "Allow", Principal: { Federated: PROVIDER_ARN }, Action: "sts:AssumeRoleWithWebIdentity", Condition: condition };
}

function createCall(clock: VirtualClock): TestCall {
  const nowSeconds = toEpochSeconds(clock.now());
  return {
    claims: { aud: ["sts.amazonaws.com"], exp: nowSeconds + 86_400, iat: nowSeconds, iss: ISSUER, nbf: nowSeconds, sub: SUBJECT },
    header: {},
    parameters: { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleArn: ROLE_ARN, RoleSessionName: "my-session" },
    alterToken: (token) => token,
    headers: {},
  };
}

async function formOf({ claims, header, parameters, alterToken }: TestCall): Promise<string> {
  const key = header.kid === OTHER_KEY.kid ? OTHER_KEY : SIGNING_KEY;
  const token = alterToken(await sign(key, claims, header));
  const entries = Object.entries({ WebIdentityToken: token, ...parameters }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(entries).toString();
}

function createProvider(clock: VirtualClock): OpenIdConnectProvider {
  return {
    arn: PROVIDER_ARN as Arn,
    url: PROVIDER_URL,
    clientIds: ["sts.amazonaws.com"],
    thumbprints: [certificateThumbprint(ISSUER_CERTIFICATE.chain)],
    createdAt: addMillis(clock.now(), -1000),
  };
}

function createRole(clock: VirtualClock): Role {
  return {
    arn: ROLE_ARN as Arn,
    id: "AROA3ISBVQKHLCPMWHJG5",
    name: "my-pod-role",
    path: "/team/",
    trustPolicy: { source: "role/my-pod-role/trust-policy", document: { Version: "2012-10-17", Statement: [trustStatement()] } },
    inlinePolicies: new Map(),
    tags: new Map(),
    maxSessionDurationSeconds: 3600,
    createdAt: addMillis(clock.now(), -1000),
  };
}

function changeEntry<T>(entries: Map<string, T>, name: string, change: Partial<T>): void {
  const entry = entries.get(name);
  if (entry === undefined) throw new Error(`nothing is called ${name}`);
  entries.set(name, { ...entry, ...change });
}

/** What CloudTrail would say, in order. */
export function trailOf(events: readonly TraceEvent[]): readonly JsonObject[] {
  return events.flatMap((event) => (event.kind === "note" && event.name === "cloudtrail.event" ? [event.attributes] : []));
}

/** The text of the first element with this name; `null` when there is none. */
export function element(response: HttpResponse, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)<`).exec(bodyText(response))?.[1] ?? null;
}

/** The credentials that a response issues. */
export function credentialsIn(response: HttpResponse): { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string } {
  const required = (name: string): string => {
    const value = element(response, name);
    if (value === null) throw new Error(`no ${name} in ${bodyText(response)}`);
    return value;
  };
  return { accessKeyId: required("AccessKeyId"), secretAccessKey: required("SecretAccessKey"), sessionToken: required("SessionToken") };
}
