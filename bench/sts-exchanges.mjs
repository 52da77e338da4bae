// What an exchange at STS costs and what it leaves behind: tokens for credentials in memory, one in ten seconds of the virtual clock, with a trace that only counts. The rate is
// a ratio to bare RS256 verifications in the same run; the growth is the heap's after a full collection, by exchange, sessions and keys that expire on the way included.
import { createSign, generateKeyPairSync } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  certificateThumbprint,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  issueCertificate,
  VirtualClock,
} from "../packages/core/dist/index.js";
import { createCountingSink } from "../packages/core/dist/trace/index.js";
import { createSts } from "../packages/fake-sts/dist/index.js";
import { createCloudTrail, createIam, createSessionStore } from "../packages/iam/dist/index.js";

const COUNT = Number(process.argv[2] ?? 200_000);
/** Until what is forgotten equals what comes in: sessions are remembered for a while after their 900 s. */
const WARM_UP_COUNT = 3000;
const PAUSE_SECONDS = 10;
const ACCOUNT = "111122223333";
const HOST = "oidc.eks.eu-west-1.amazonaws.com";
const PROVIDER_URL = `${HOST}/id/A1B2C3D4E5F6`;
const ISSUER = `https://${PROVIDER_URL}`;
const PROVIDER_ARN = `arn:aws:iam::${ACCOUNT}:oidc-provider/${PROVIDER_URL}`;
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/my-pod-role`;
const START_SECONDS = Date.UTC(2026, 0, 5) / 1000;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const clock = new VirtualClock(epochMillis(START_SECONDS * 1000));
const span = createTrace(clock, { sink: createCountingSink() }).root.enter("Call", { step: 6, actor: "sts" });
const sts = createWorld();
const token = signToken();

await playExchanges(WARM_UP_COUNT, "warm-up");
const heapBefore = heapBytes();
const exchangeMillis = await playExchanges(COUNT, "measured");
const grownBytes = heapBytes() - heapBefore;
const verifyMillis = await verifyBarely(COUNT);

console.log(`${COUNT} exchanges`);
console.log(`bare RS256 verification ${((1000 * verifyMillis) / COUNT).toFixed(0).padStart(6)} µs`);
console.log(`exchange                ${((1000 * exchangeMillis) / COUNT).toFixed(0).padStart(6)} µs  ${(exchangeMillis / verifyMillis).toFixed(1)} x`);
console.log(`heap growth             ${(grownBytes / COUNT).toFixed(1).padStart(6)} bytes by exchange`);

function createWorld() {
  const random = createRandom("sts-exchanges");
  const hosts = createHostDirectory();
  const certificate = selfSigned();
  hosts.listen({ host: HOST, actor: "oidc-issuer", handler: answerAsIssuer, certificate });
  const iam = createIam({ clock, random, accounts: [ACCOUNT] });
  const account = iam.account(ACCOUNT);
  const createdAt = clock.now();
  const thumbprints = [certificateThumbprint(certificate.chain)];
  account.oidcProviders.set(PROVIDER_URL, { arn: PROVIDER_ARN, url: PROVIDER_URL, clientIds: ["sts.amazonaws.com"], thumbprints, createdAt });
  account.roles.set("my-pod-role", {
    arn: ROLE_ARN,
    id: "AROA3ISBVQKHLCPMWHJG5",
    name: "my-pod-role",
    path: "/",
    trustPolicy: { source: "trust-policy", document: trustPolicy() },
    inlinePolicies: new Map(),
    tags: new Map(),
    maxSessionDurationSeconds: 3600,
    createdAt,
  });
  return createSts({
    region: "eu-west-1",
    iam: iam.seenByServices,
    sessions: createSessionStore({ clock, random: random.stream("sessions") }),
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock), clock),
    clock,
    random: random.stream("sts"),
    publicAnchors: [],
    cloudTrail: createCloudTrail({ clock, random: random.stream("cloudtrail") }),
    accountsWithoutRegion: new Set(),
  });
}

async function playExchanges(count, name) {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const form = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleArn: ROLE_ARN, RoleSessionName: `${name}-${index}`, DurationSeconds: "900" };
    const body = new URLSearchParams({ ...form, WebIdentityToken: token }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const request = { method: "POST", url: "https://sts.eu-west-1.amazonaws.com/", headers, body };
    const response = await clock.run(() => sts(request, span));
    if (response.status !== 200) throw new Error(response.body);
    await clock.advanceBy(PAUSE_SECONDS * 1000);
  }
  return performance.now() - start;
}

async function verifyBarely(count) {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("jwk", keys.publicKey.export({ format: "jwk" }), algorithm, false, ["verify"]);
  const [header, payload, signature] = token.split(".");
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const bytes = Buffer.from(signature, "base64url");
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    if (!(await crypto.subtle.verify(algorithm.name, key, bytes, signed))) throw new Error("the token does not verify");
  }
  return performance.now() - start;
}

async function answerAsIssuer({ url }) {
  const document = url.endsWith("/keys")
    ? { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "key", use: "sig", alg: "RS256" }] }
    : {
        issuer: ISSUER,
        jwks_uri: `${ISSUER}/keys`,
        response_types_supported: ["id_token"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      };
  return { status: 200, headers: { "content-type": "application/json", "cache-control": "max-age=3600" }, body: JSON.stringify(document) };
}

/** Good for as long as the run may take on the virtual clock. */
function signToken() {
  const exp = START_SECONDS + (WARM_UP_COUNT + COUNT) * PAUSE_SECONDS;
  const claims = {
    iss: ISSUER,
    sub: "system:serviceaccount:default:my-service-account",
    aud: ["sts.amazonaws.com"],
    iat: START_SECONDS,
    nbf: START_SECONDS,
    exp,
  };
  const parts = [{ alg: "RS256", kid: "key" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const signature = createSign("RSA-SHA256").update(parts.join(".")).sign(keys.privateKey, "base64url");
  return [...parts, signature].join(".");
}

function trustPolicy() {
  const Condition = {
    StringEquals: { [`${PROVIDER_URL}:aud`]: "sts.amazonaws.com", [`${PROVIDER_URL}:sub`]: "system:serviceaccount:default:my-service-account" },
  };
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Federated: PROVIDER_ARN }, Action: "sts:AssumeRoleWithWebIdentity", Condition }],
  };
}

/** The certificate that the issuer shows, trusted by its thumbprint. */
function selfSigned() {
  const privateKey = keys.privateKey.export({ type: "pkcs8", format: "pem" });
  const validity = { notBefore: new Date("2025-01-01"), notAfter: new Date("2045-01-01") };
  const root = issueCertificate({ commonName: "Root", hosts: [], privateKey, validity, serialNumber: "01" });
  const authority = { certificate: root, privateKey };
  return { chain: [issueCertificate({ commonName: HOST, hosts: [HOST], privateKey, validity, serialNumber: "02" }, authority), root], privateKey };
}

function heapBytes() {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
