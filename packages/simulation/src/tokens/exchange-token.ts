/** Hands one token to STS, without the rest of the world: an account with a provider and a role, and an issuer whose documents somebody saved. */
import {
  type AccountId,
  type Arn,
  bodyText,
  type CheckEvent,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  dnsSuffixOf,
  type EpochMillis,
  type HttpResponse,
  issueCertificate,
  partitionOf,
  type ServerCertificate,
  VirtualClock,
} from "@irsa-sim/core";
import { createSts } from "@irsa-sim/fake-sts";
import { createCloudTrail, createIam, createSessionStore, type StoredPolicy } from "@irsa-sim/iam";
import { readQueryError } from "@irsa-sim/sdk-credential-provider";
import { WELL_KNOWN_KEYS } from "../keys/well-known-keys.js";

/** What is handed over, and what AWS and the issuer hold. */
export interface TokenExchange {
  readonly token: string;
  readonly at: EpochMillis;
  readonly region: string;
  readonly account: AccountId;
  readonly roleName: string;
  readonly trustPolicy: StoredPolicy;
  /** The registered issuer without `https://`, and its client ids. */
  readonly provider: { readonly url: string; readonly clientIds: readonly string[] };
  /** What the issuer's hosts answer, by URL. */
  readonly documents: ReadonlyMap<string, string>;
}

/** What STS checked, in order, and answered. */
export interface TokenExchanged {
  readonly checks: readonly CheckEvent[];
  /** What the caller is told; `null` when there are credentials. */
  readonly refusal: { readonly status: number; readonly code: string; readonly message: string } | null;
}

/** Calls AssumeRoleWithWebIdentity as an SDK does. */
export async function exchangeToken(exchange: TokenExchange): Promise<TokenExchanged> {
  const { region, account, roleName } = exchange;
  const clock = new VirtualClock(exchange.at);
  const trace = createTrace(clock);
  const random = createRandom("1");
  const hosts = createHostDirectory();
  const authority = createHostAuthority(exchange.at);
  for (const host of hostsOf(exchange.documents.keys()))
    hosts.listen({ host, actor: "oidc-issuer", certificate: authority.certify(new URL(`https://${host}`).hostname), handler: serve(exchange.documents) });
  const sts = createSts({
    region,
    iam: createAccount(exchange, clock).seenByServices,
    sessions: createSessionStore({ clock, random: random.stream("sessions") }),
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock), clock),
    clock,
    random: random.stream("sts"),
    publicAnchors: [authority.root],
    cloudTrail: createCloudTrail({ clock, random: random.stream("cloudtrail") }),
    accountsWithoutRegion: new Set(),
  });
  const body = new URLSearchParams({
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: roleArnOf({ region, account, roleName }),
    RoleSessionName: "token-verify",
    WebIdentityToken: exchange.token,
  });
  const host = `sts.${region}.${dnsSuffixOf(region)}`;
  const headers = { host, "content-type": "application/x-www-form-urlencoded" };
  const span = trace.root.enter("Verify the token", { step: 7, actor: "sts" });
  const response = await clock.run(() => sts({ method: "POST", url: `https://${host}/`, headers, body: body.toString() }, span));
  const refusal = response.status === 200 ? null : { status: response.status, ...readQueryError(bodyText(response)) };
  return { checks: trace.events.filter((event) => event.kind === "check"), refusal };
}

function createAccount({ account, region, roleName, trustPolicy, provider }: TokenExchange, clock: VirtualClock) {
  const partition = partitionOf(region);
  const iam = createIam({ clock, random: createRandom("1"), accounts: [account], partition });
  const held = iam.account(account);
  const createdAt = clock.now();
  const arn = `arn:${partition}:iam::${account}:oidc-provider/${provider.url}` as Arn;
  held?.oidcProviders.set(provider.url, { arn, ...provider, thumbprints: [], createdAt });
  held?.roles.set(roleName, {
    arn: roleArnOf({ account, region, roleName }),
    id: "AROAEXAMPLEEXAMPLEEXA",
    name: roleName,
    path: "/",
    trustPolicy,
    inlinePolicies: new Map(),
    tags: new Map(),
    maxSessionDurationSeconds: 3600,
    createdAt,
  });
  return iam;
}

function roleArnOf({ account, region, roleName }: Pick<TokenExchange, "account" | "region" | "roleName">): Arn {
  return `arn:${partitionOf(region)}:iam::${account}:role/${roleName}` as Arn;
}

function hostsOf(urls: Iterable<string>): ReadonlySet<string> {
  return new Set([...urls].filter((url) => URL.canParse(url)).map((url) => new URL(url).host));
}

function serve(documents: ReadonlyMap<string, string>) {
  return async ({ url }: { readonly url: string }): Promise<HttpResponse> => {
    const body = documents.get(url);
    return body === undefined ? { status: 404, headers: {}, body: "" } : { status: 200, headers: { "content-type": "application/json" }, body };
  };
}

interface HostAuthority {
  readonly root: string;
  readonly certify: (host: string) => ServerCertificate;
}

/** Nobody saves a certificate with the documents: each host gets one that counts as publicly signed. */
function createHostAuthority(at: EpochMillis): HostAuthority {
  const { privateKey } = WELL_KNOWN_KEYS.certificates.oidc;
  const dayMs = 86_400_000;
  const validity = { notBefore: new Date(at - dayMs), notAfter: new Date(at + dayMs) };
  const root = issueCertificate({ commonName: "counts as public", hosts: [], privateKey, validity, serialNumber: "01" });
  return {
    root,
    certify: (host) => ({
      chain: [issueCertificate({ commonName: host, hosts: [host], privateKey, validity, serialNumber: "02" }, { certificate: root, privateKey })],
      privateKey,
    }),
  };
}
