/** A real kube-apiserver's recordings, and ours beside it with the same objects; the recordings stand beside the repository and are never copied into it. */
import { existsSync, readFileSync } from "node:fs";
import { createApiServer } from "@irsa-sim/api-server";
import {
  bodyText,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  generateRsaKey,
  type HttpResponse,
  type IssuerUrl,
  type Json,
  type JsonObject,
  VirtualClock,
} from "@irsa-sim/core";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { createTokensController } from "@irsa-sim/tokens-controller";

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: Json;
  readonly token?: string | null;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request and what the real server answered. */
export interface RecordedCase {
  readonly name: string;
  readonly request: RecordedRequest;
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly [member: string]: unknown };
}

const FOLDER = new URL("../../../../../shared/conformance/kubernetes/", import.meta.url);

/** Whether the recordings are there; who reads them skips otherwise, and says so. */
export const isRecorded = existsSync(FOLDER);
if (!isRecorded) console.info("recordings of kube-apiserver are skipped: the folder shared/conformance/kubernetes is not beside the repository");

const read = <Value>(file: string): Value => JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as Value;

/** The cases of a file; none where the recordings are not there. */
export function recordedCases(file: string): readonly RecordedCase[] {
  return isRecorded ? read<{ readonly cases: readonly RecordedCase[] }>(file).cases : [];
}

/** An API server as it was when the recordings were made, with the same objects. */
export async function recordedCluster(): Promise<{ answer(request: RecordedRequest): Promise<unknown> }> {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 10, 28, 9)));
  const { root } = createTrace(clock);
  const hosts = createHostDirectory();
  const random = createRandom("1");
  const issuer = "https://kube.example.test:6443" as IssuerUrl;
  const signer = await createOidcIssuer({ issuer, signingKeys: [SIGNING_KEY], flavour: "kubernetes", documentIssuer: issuer, isPublic: true });
  const tokenRequest = createTokensController({
    issuer,
    signer,
    objects: { read: (kind, namespace, name) => apiServer.read(kind, namespace, name) },
    clock,
    random: random.stream("tokens"),
    apiAudiences: [issuer],
    maxExpirationSeconds: 86_400,
    extendExpiration: true,
  });
  const apiServer = createApiServer({
    clock,
    random,
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock), clock),
    tokens: [
      { token: "admin-token", name: "admin", uid: "", groups: ["system:masters", "system:authenticated"] },
      { token: "node-token", name: "system:node:node-1", uid: "", groups: ["system:nodes", "system:authenticated"] },
      { token: "guest-token", name: "guest", uid: "", groups: ["system:authenticated"] },
    ],
    tokenRequest,
    nodeName: "node-1",
    hasControllers: false,
    apiAccess: { rootCertificate: "of no matter: no controller publishes it" },
  });
  const send = (request: RecordedRequest): Promise<HttpResponse> => clock.run(() => apiServer.handler(httpRequestOf(request, uids), root));
  const uids = new Map<string, string>();
  for (const { key, path, body } of read<{ readonly created: readonly { readonly key: string; readonly path: string; readonly body: JsonObject }[] }>(
    "objects.json",
  ).created) {
    await send({ method: "POST", path, body });
    const { name, namespace = null } = body.metadata as { readonly name: string; readonly namespace?: string };
    const stored = apiServer.read(String(body.kind), path.includes("/namespaces/") ? (namespace ?? path.split("/")[4] ?? null) : null, name);
    uids.set(key, stored?.metadata.uid ?? "");
  }
  return { answer: async (request: RecordedRequest): Promise<unknown> => described(await send(request), uids) };
}

function httpRequestOf(
  { method, path, body, token = "admin-token", contentType = "application/json", headers = {} }: RecordedRequest,
  uids: ReadonlyMap<string, string>,
) {
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return {
    method,
    url: `https://kubernetes.default.svc${path}`,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { "content-type": contentType }), ...headers },
    body: text.replaceAll(/<uid ([^>]+)>/g, (whole, key: string) => uids.get(key) ?? whole),
  };
}

/** Making one takes longer than most tests. */
const SIGNING_KEY = await generateRsaKey();
const HEADERS = ["content-type", "warning", "x-content-type-options"];

/** An answer in the recordings' form, with placeholders for what is a run's own. */
function described({ status, headers, body }: HttpResponse, uids: ReadonlyMap<string, string>): unknown {
  const kept = Object.fromEntries(HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
  const text = bodyText({ body });
  const isJson = headers["content-type"] === "application/json";
  const parsed = isJson ? (JSON.parse(text) as JsonObject) : text;
  const token = isJson ? ((parsed as { readonly status?: { readonly token?: string } }).status?.token ?? null) : null;
  const ofToken = token === null ? {} : decoded(token);
  return placeholders({ status, headers: kept, ...ofToken, body: parsed }, uids);
}

function decoded(token: string): object {
  const [header = {}, claims = {}] = token
    .split(".")
    .map((part, index) => (index === 2 ? {} : (JSON.parse(Buffer.from(part, "base64url").toString()) as JsonObject)));
  const { iat } = claims as { readonly iat: number };
  const relative = (_: string, value: unknown): unknown => (typeof value === "number" ? `iat+${value - iat}` : value);
  return { tokenHeader: header, claims: JSON.parse(JSON.stringify(claims, relative)) };
}

function placeholders(value: unknown, uids: ReadonlyMap<string, string>): unknown {
  let text = JSON.stringify(value);
  for (const [key, uid] of uids) if (uid !== "") text = text.replaceAll(uid, `<uid ${key}>`);
  text = text
    .replaceAll(/"kid":"[^"]+"/g, '"kid":"<kid>"')
    .replaceAll(/"eyJ[\w-]+\.[\w-]+\.[\w-]+"/g, '"<jwt>"')
    .replaceAll(/"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/g, (whole) => (whole.includes("11111111-2222") ? whole : '"<uuid>"'))
    .replaceAll(/kube-api-access-[a-z0-9]{5}"/g, 'kube-api-access-<5>"')
    .replaceAll(/,?"resourceVersion":"\d+"/g, "")
    .replaceAll(/"uid":"<uuid>"/g, '"uid":"<uid>"')
    .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g, '"<ts>"');
  return JSON.parse(text);
}
