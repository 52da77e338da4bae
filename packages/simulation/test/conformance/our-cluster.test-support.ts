/** Our API server and tokens controller by themselves, as a kube-apiserver without controllers is started: for comparisons with a real one. */
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
  type Handler,
  type HttpResponse,
  type IssuerUrl,
  issueCertificate,
  type Json,
  type JsonObject,
  type Trace,
  VirtualClock,
} from "@irsa-sim/core";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { createTokensController } from "@irsa-sim/tokens-controller";

/** A request as a recording has it; `<uid pod/web>` in it stands for the uid of the object with that key. */
export interface ClusterRequest {
  readonly method: string;
  readonly path: string;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: Json;
  /** `admin-token` when absent, or `node-token`, `guest-token`; `null` for none. */
  readonly token?: string | null;
  /** JSON when absent; `null` for none. */
  readonly contentType?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a cluster is begun with. */
export interface FirstObject {
  /** Such as `pod/web`. */
  readonly key: string;
  readonly path: string;
  readonly body: JsonObject;
}

/** A cluster of ours at work. */
export interface OurCluster {
  /** Of the first objects, by their keys. */
  readonly uids: ReadonlyMap<string, string>;
  /** Of the API server. */
  readonly handler: Handler;
  readonly clock: VirtualClock;
  readonly trace: Trace;
  send(request: ClusterRequest): Promise<HttpResponse>;
}

const START = epochMillis(Date.UTC(2026, 10, 28, 9));
const VALIDITY = { notBefore: new Date(START), notAfter: new Date(START + 86_400_000) };
/** Making one takes longer than most tests. */
const KEY = await generateRsaKey();

/** PEM of the key that signs the tokens of every cluster of ours. */
export const OUR_SIGNING_KEY = KEY;
const ROOT = issueCertificate({ commonName: "root", hosts: [], privateKey: KEY, validity: VALIDITY, serialNumber: "01" });
const WEBHOOK_HOST = "webhook.default.svc";

/** Where `webhook` is reached in a cluster of ours, for its registration. */
export const OUR_WEBHOOK = { url: `https://${WEBHOOK_HOST}/mutate`, caBundle: btoa(ROOT) };

/**
 * Creates one with its objects.
 *
 * @param webhook what answers at `OUR_WEBHOOK`
 * @example const { send } = await createOurCluster({ issuer: "https://kube.example.test:6443", objects });
 */
export async function createOurCluster(of: {
  readonly issuer: string;
  readonly objects: readonly FirstObject[];
  readonly webhook?: Handler;
}): Promise<OurCluster> {
  const clock = new VirtualClock(START);
  const trace = createTrace(clock);
  const hosts = createHostDirectory();
  const random = createRandom("1");
  const issuer = of.issuer as IssuerUrl;
  const signer = await createOidcIssuer({ issuer, signingKeys: [KEY], flavour: "kubernetes", documentIssuer: issuer, isPublic: true });
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
    serviceAccountTokens: { issuers: [issuer], apiAudiences: [issuer], checkSignature: (token) => signer.checkSignature(token) },
    nodeName: "node-1",
    hasControllers: false,
    apiAccess: { rootCertificate: "of no matter: no controller publishes it" },
  });
  if (of.webhook !== undefined) {
    const request = { commonName: WEBHOOK_HOST, hosts: [WEBHOOK_HOST], privateKey: KEY, validity: VALIDITY, serialNumber: "02" };
    const chain = [issueCertificate(request, { certificate: ROOT, privateKey: KEY })];
    hosts.listen({ host: WEBHOOK_HOST, actor: "webhook", handler: of.webhook, certificate: { chain, privateKey: KEY } });
  }
  const uids = new Map<string, string>();
  const send = (request: ClusterRequest): Promise<HttpResponse> =>
    clock.run(() => apiServer.handler({ ...wired(request, uids), url: `https://kubernetes.default.svc${request.path}` }, trace.root));
  for (const { key, path, body } of of.objects) {
    const created = await send({ method: "POST", path, body });
    // The node of its own is there already.
    const { name } = body.metadata as { readonly name: string };
    const stored = created.status === 409 ? await send({ method: "GET", path: `${path}/${name}` }) : created;
    uids.set(key, (JSON.parse(bodyText(stored)) as { readonly metadata: { readonly uid: string } }).metadata.uid);
  }
  return { uids, handler: apiServer.handler, clock, trace, send };
}

/** A request as it goes over the wire. */
export function wired(
  request: ClusterRequest,
  uids: ReadonlyMap<string, string>,
): { readonly method: string; readonly headers: Record<string, string>; readonly body: string } {
  const { method, body, token = "admin-token", contentType = "application/json", headers = {} } = request;
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || contentType === null ? {} : { "content-type": contentType }),
      ...headers,
    },
    body: text.replaceAll(/<uid ([^>]+)>/g, (whole, key: string) => uids.get(key) ?? whole),
  };
}
