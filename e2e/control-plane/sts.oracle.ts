/** Tokens of a real cluster at our STS, which has that cluster's own documents: accepted, or refused with the text and for the reason that the refusal has. */
import {
  type AccountId,
  type Arn,
  bodyText,
  type CheckEvent,
  certificateThumbprint,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  generateRsaKey,
  type HttpResponse,
  issueCertificate,
  type JsonObject,
  VirtualClock,
} from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSts } from "../../packages/fake-sts/src/index.js";
import { createCloudTrail, createIam, createSessionStore } from "../../packages/iam/src/index.js";
import type { TlsAnswer } from "./call-over-tls.js";
import { FIRST_OBJECTS } from "./first-objects.js";
import { createRealCluster, type RealCluster } from "./real-cluster.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";

const problem = controlPlaneProblem();
if (problem !== null) console.log(`skipped: no control plane (${problem})`);

const HOST = "oidc.example.test";
const ISSUER = `https://${HOST}`;
const DOCUMENTS = ["/.well-known/openid-configuration", "/openid/v1/jwks"] as const;
const ACCOUNT = "111122223333" as AccountId;
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/app` as Arn;
const PROVIDER_ARN = `arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}` as Arn;
const TRUST: JsonObject = {
  ...{ Effect: "Allow", Principal: { Federated: PROVIDER_ARN }, Action: "sts:AssumeRoleWithWebIdentity" },
  Condition: { StringEquals: { [`${HOST}:aud`]: "sts.amazonaws.com", [`${HOST}:sub`]: "system:serviceaccount:oracle:app" } },
};
const HOUR_MS = 3_600_000;

type Documents = Readonly<Record<string, TlsAnswer>>;
const NO_KEY = /Couldn't retrieve verification key from your identity provider/;

/** A token, and what STS makes of it. */
interface Row {
  readonly name: string;
  readonly serviceAccount?: string;
  readonly namespace?: string;
  readonly audiences?: readonly string[];
  /** Of the token, which is the real server's. */
  readonly alter?: (token: string) => string;
  /** Of the documents, which are the real server's. */
  readonly documents?: (documents: Documents) => Documents;
  /** Between the token and the call. */
  readonly afterMs?: number;
  readonly status: number;
  readonly code: string | null;
  readonly text: RegExp;
  /** The check that refused; `null` for none. */
  readonly check: string | null;
}

const ROWS: readonly Row[] = [
  {
    name: "the service account that is trusted",
    status: 200,
    code: null,
    text: /<Arn>arn:aws:sts::111122223333:assumed-role\/app\/session<\/Arn>/,
    check: null,
  },
  {
    ...{ name: "another audience beside the right one", audiences: ["vault", "sts.amazonaws.com"], status: 400, code: "InvalidIdentityToken" },
    ...{ text: /Incorrect token audience/, check: "sts.audience" },
  },
  {
    ...{ name: "another service account", serviceAccount: "other" },
    ...{ status: 403, code: "AccessDenied", text: /Not authorized to perform sts:AssumeRoleWithWebIdentity/, check: "sts.trust-policy" },
  },
  {
    ...{ name: "a service account of that name in another namespace", namespace: "elsewhere" },
    ...{ status: 403, code: "AccessDenied", text: /Not authorized to perform sts:AssumeRoleWithWebIdentity/, check: "sts.trust-policy" },
  },
  { name: "another audience", audiences: ["vault"], status: 400, code: "InvalidIdentityToken", text: /Incorrect token audience/, check: "sts.audience" },
  { name: "a token for the API server", audiences: [], status: 400, code: "InvalidIdentityToken", text: /Incorrect token audience/, check: "sts.audience" },
  {
    ...{ name: "an hour and a half later", afterMs: 1.5 * HOUR_MS, status: 400, code: "ExpiredTokenException" },
    ...{ text: /Token expired: current date\/time \d+ must be before the expiration date\/time \d+/, check: "sts.times" },
  },
  {
    ...{ name: "signed with a key that is no longer shown", documents: withoutKeys, status: 400, code: "InvalidIdentityToken" },
    ...{ text: NO_KEY, check: "sts.verification-key" },
  },
  {
    ...{ name: "documents that are not for anybody", documents: refused, status: 400, code: "InvalidIdentityToken" },
    ...{ text: NO_KEY, check: "sts.verification-key" },
  },
  {
    ...{ name: "with another signature", alter: withOtherSignature, status: 400, code: "InvalidIdentityToken" },
    ...{ text: /Token signature invalid/, check: "sts.signature" },
  },
  { name: "cut off", alter: (token) => token.slice(0, 40), status: 400, code: "InvalidIdentityToken", text: /not a valid JWT/, check: "sts.token-structure" },
];

describe.skipIf(problem !== null)("a real cluster's token", () => {
  let plane: ControlPlane;
  let real: RealCluster;
  let documents: Documents;
  beforeAll(async () => {
    plane = await startControlPlane({ issuer: ISSUER, controllers: false, apiServerArguments: [`--service-account-jwks-uri=${ISSUER}/openid/v1/jwks`] });
    const elsewhere = "/api/v1/namespaces/elsewhere/serviceaccounts";
    real = await createRealCluster(plane, [
      ...FIRST_OBJECTS,
      { key: "ns/elsewhere", path: "/api/v1/namespaces", body: { apiVersion: "v1", kind: "Namespace", metadata: { name: "elsewhere" } } },
      { key: "sa/elsewhere/app", path: elsewhere, body: { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "app" } } },
    ]);
    const fetched = DOCUMENTS.map(async (path) => [path, await plane.request({ path, token: null, headers: { accept: "*/*" } })] as const);
    documents = Object.fromEntries(await Promise.all(fetched));
    expect(Object.values(documents).map(({ status }) => status)).toEqual([200, 200]);
  });
  afterAll(() => plane?.close());

  test.each(ROWS)("$name", async (row) => {
    const { serviceAccount = "app", namespace = "oracle", audiences = ["sts.amazonaws.com"], alter = (token: string) => token } = row;
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${serviceAccount}/token`;
    const spec = { expirationSeconds: 3600, ...(audiences.length > 0 && { audiences }) };
    const asked = await real.send({ method: "POST", path, body: { kind: "TokenRequest", apiVersion: "authentication.k8s.io/v1", spec } });
    const { token } = (JSON.parse(asked.body) as { readonly status: { readonly token: string } }).status;

    const { response, refusedBy } = await askSts(alter(token), row.documents?.(documents) ?? documents, row.afterMs ?? 0);
    const text = bodyText(response);
    expect({ status: response.status, code: /<Code>(.*)<\/Code>/.exec(text)?.[1] ?? null, check: refusedBy }).toEqual({
      ...{ status: row.status, code: row.code, check: row.check },
    });
    expect(text).toMatch(row.text);
  });
});

const KEYS = { authority: await generateRsaKey(), issuer: await generateRsaKey() };

/** STS as of now, with the issuer's documents on a network in memory. */
async function askSts(token: string, documents: Documents, afterMs: number): Promise<{ readonly response: HttpResponse; readonly refusedBy: string | null }> {
  const now = Date.now();
  const validity = { notBefore: new Date(now - HOUR_MS), notAfter: new Date(now + 24 * HOUR_MS) };
  const root = issueCertificate({ commonName: "public", hosts: [], privateKey: KEYS.authority, validity, serialNumber: "01" });
  const leaf = issueCertificate(
    { commonName: HOST, hosts: [HOST], privateKey: KEYS.issuer, validity, serialNumber: "02" },
    { certificate: root, privateKey: KEYS.authority },
  );
  const clock = new VirtualClock(epochMillis(now + afterMs));
  const trace = createTrace(clock);
  const hosts = createHostDirectory();
  hosts.listen({
    ...{ host: HOST, actor: "oidc-issuer", certificate: { chain: [leaf], privateKey: KEYS.issuer } },
    handler: async ({ url }) => documents[new URL(url).pathname] ?? { status: 404, headers: {}, body: "" },
  });
  const random = createRandom("oracle");
  const iam = createIam({ clock, random: random.stream("iam"), accounts: [ACCOUNT] });
  const account = iam.account(ACCOUNT);
  const createdAt = epochMillis(now - HOUR_MS);
  account?.oidcProviders.set(HOST, { arn: PROVIDER_ARN, url: HOST, clientIds: ["sts.amazonaws.com"], thumbprints: [certificateThumbprint([leaf])], createdAt });
  account?.roles.set("app", {
    ...{
      arn: ROLE_ARN,
      id: "AROA3ISBVQKHLCPMWHJG5",
      name: "app",
      path: "/",
      inlinePolicies: new Map(),
      tags: new Map(),
      maxSessionDurationSeconds: 3600,
      createdAt,
    },
    trustPolicy: { source: "trust-policy.json", document: { Version: "2012-10-17", Statement: [TRUST] } },
  });
  const sts = createSts({
    ...{ region: "eu-west-1", iam: iam.seenByServices, sessions: createSessionStore({ clock, random: random.stream("sessions") }), clock },
    ...{ network: createNetwork(hosts, createInMemoryTransport(hosts, clock), clock), random: random.stream("sts"), publicAnchors: [root] },
    ...{ cloudTrail: createCloudTrail({ clock, random: random.stream("cloudtrail") }), accountsWithoutRegion: new Set<AccountId>() },
  });
  const form = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleArn: ROLE_ARN, RoleSessionName: "session", WebIdentityToken: token };
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const request = { method: "POST", url: "https://sts.eu-west-1.amazonaws.com/", headers, body: new URLSearchParams(form).toString() };
  const response = await clock.run(() => sts(request, trace.root));
  const refusal = trace.events.findLast((event): event is CheckEvent => event.kind === "check" && !event.passed);
  return { response, refusedBy: refusal?.check ?? null };
}

function withoutKeys(documents: Documents): Documents {
  const jwks = documents[DOCUMENTS[1]];
  return jwks === undefined ? documents : { ...documents, [DOCUMENTS[1]]: { ...jwks, body: JSON.stringify({ keys: [] }) } };
}

/** As a cluster answers that shows them to service accounts alone. */
function refused(documents: Documents): Documents {
  return Object.fromEntries(Object.entries(documents).map(([path, answer]) => [path, { ...answer, status: 403, body: "{}" }]));
}

function withOtherSignature(token: string): string {
  const [header, claims, signature = ""] = token.split(".");
  return `${header}.${claims}.${[...signature].reverse().join("")}`;
}
