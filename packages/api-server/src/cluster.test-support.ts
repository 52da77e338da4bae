/** An API server on an in-memory network with real certificates, and hand-made webhooks beside it. */
import {
  bodyText,
  type ChangeEvent,
  type CheckEvent,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  type ExchangeEvent,
  epochMillis,
  generateRsaKey,
  type Handler,
  type HttpResponse,
  issueCertificate,
  type Json,
  type JsonObject,
  type NoteEvent,
  type ServerCertificate,
  type Trace,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { type ApiServer, type ApiServerOptions, createApiServer } from "./create-api-server.js";

const START = epochMillis(Date.UTC(2026, 0, 5, 9));
const VALIDITY = { notBefore: new Date("2025-01-01T00:00:00Z"), notAfter: new Date("2030-01-01T00:00:00Z") };
const KEY = await generateRsaKey();
const ROOT = issueCertificate({ commonName: "root", hosts: [], privateKey: KEY, validity: VALIDITY, serialNumber: "01" });
export const OTHER_ROOT = issueCertificate({ commonName: "other", hosts: [], privateKey: await generateRsaKey(), validity: VALIDITY, serialNumber: "01" });

const TOKENS = [
  { token: "admin-token", name: "admin", uid: "admin-uid", groups: ["system:masters", "system:authenticated"] },
  { token: "node-token", name: "system:node:node-1", uid: "", groups: ["system:nodes", "system:authenticated"] },
  { token: "guest-token", name: "guest", uid: "", groups: ["system:authenticated"] },
];

/** A request of a test; by the administrator unless said otherwise. */
export interface TestRequest {
  readonly method?: string;
  readonly path: string;
  /** An object is sent as JSON. */
  readonly body?: JsonObject | string | Uint8Array;
  readonly contentType?: string;
  readonly accept?: string;
  /** A bearer token; `null` for none. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the answer may go on, as over a socket. */
  readonly takesMore?: boolean;
}

/** An answer with its body parsed where that is JSON. */
interface TestResponse {
  readonly status: number;
  readonly body: JsonObject;
  readonly text: string;
  readonly response: HttpResponse;
}

/** What a test works with. */
export interface TestCluster {
  readonly apiServer: ApiServer;
  readonly clock: VirtualClock;
  readonly trace: Trace;
  send(request: TestRequest): Promise<TestResponse>;
  /** The same within a task of the clock. */
  sendNow(request: TestRequest): Promise<TestResponse>;
  /** Registers a handler under `https://NAME.default.svc`. */
  serve(name: string, handler: Handler, certificate?: Partial<{ readonly hosts: readonly string[]; readonly notAfter: string }> | null): void;
  readonly checks: (id: string) => readonly CheckEvent[];
  readonly notes: (name: string) => readonly NoteEvent[];
  readonly changes: () => readonly ChangeEvent[];
  readonly exchanges: (name: string) => readonly ExchangeEvent[];
}

/** Creates a cluster with one node, `node-1`. */
export function createTestCluster({ tokenRequest = refuseTokens, ...options }: Partial<ApiServerOptions> = {}): TestCluster {
  const clock = new VirtualClock(START);
  const trace = createTrace(clock);
  const hosts = createHostDirectory();
  const network = createNetwork(hosts, createInMemoryTransport(hosts, clock), clock);
  const apiServer = createApiServer({ clock, random: createRandom("1"), network, tokens: TOKENS, tokenRequest, nodeName: "node-1", ...options });
  hosts.listen({ host: "kubernetes.default.svc", actor: "api-server", handler: apiServer.handler, certificate: certify(["kubernetes.default.svc"]) });
  const sendNow: TestCluster["sendNow"] = async (asked) => {
    const { method = "GET", path, body = "", contentType = "application/json", accept, token = "admin-token", headers: more, takesMore = false } = asked;
    const headers = {
      ...more,
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(contentType === "" ? {} : { "content-type": contentType }),
      ...(accept === undefined ? {} : { accept }),
    };
    const content = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    const request = { method, url: `https://kubernetes.default.svc${path}`, headers, body: content, ...(takesMore && { takesMore }) };
    const response = await network.send(request, trace.root, { name: "Test", tls: trustAnchors([ROOT]) });
    const text = bodyText(response);
    return { status: response.status, body: isOneObject(response, text) ? (JSON.parse(text) as JsonObject) : {}, text, response };
  };
  return {
    apiServer,
    clock,
    trace,
    send: (request) => clock.run(() => sendNow(request)),
    sendNow,
    serve: (name, handler, certificate = {}) => {
      const host = `${name}.default.svc`;
      const { hosts: names = [host], notAfter = "2030-01-01T00:00:00Z" } = certificate ?? {};
      hosts.listen({ host, actor: "webhook", handler, ...(certificate === null ? {} : { certificate: certify(names, notAfter) }) });
    },
    checks: (id) => trace.events.filter((event): event is CheckEvent => event.kind === "check" && event.check === id),
    notes: (name) => trace.events.filter((event): event is NoteEvent => event.kind === "note" && event.name === name),
    changes: () => trace.events.filter((event): event is ChangeEvent => event.kind === "change"),
    exchanges: (name) => trace.events.filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === name),
  };
}

/** A pod with one container. */
export function pod(name: string, spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  return { apiVersion: "v1", kind: "Pod", metadata: { name, ...metadata }, spec: { containers: [{ name: "app", image: "nginx" }], ...spec } };
}

/** The registration of the webhook served as `NAME`, with members replaced. */
export function registration(name: string, webhook: JsonObject = {}): JsonObject {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name },
    webhooks: [
      {
        name: `${name}.example.com`,
        clientConfig: { service: { name, namespace: "default", path: "/mutate" }, caBundle: btoa(ROOT) },
        rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
        sideEffects: "None",
        admissionReviewVersions: ["v1"],
        ...webhook,
      },
    ],
  };
}

/** A webhook that answers every review with these members of `response`, in an envelope that may be changed. */
export function answering(response: JsonObject, envelope: JsonObject = {}): Handler {
  return async (request) => {
    const review = JSON.parse(bodyText(request)) as { readonly kind: string; readonly apiVersion: string; readonly request: { readonly uid: string } };
    const body = { kind: review.kind, apiVersion: review.apiVersion, response: { uid: review.request.uid, ...response }, ...envelope };
    return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  };
}

/** The members of an answer that carry a JSON Patch. */
export function patching(patch: Json): JsonObject {
  return { allowed: true, patchType: "JSONPatch", patch: btoa(JSON.stringify(patch)) };
}

const certificates = new Map<string, ServerCertificate>();

/** Signing takes longer than most tests, so what was signed is kept. */
function certify(hosts: readonly string[], notAfter = "2030-01-01T00:00:00Z"): ServerCertificate {
  const known = certificates.get(`${hosts} ${notAfter}`);
  if (known !== undefined) return known;
  const validity = { ...VALIDITY, notAfter: new Date(notAfter) };
  const request = { commonName: "server", hosts, privateKey: KEY, validity, serialNumber: "02" };
  const certificate = { chain: [issueCertificate(request, { certificate: ROOT, privateKey: KEY })], privateKey: KEY };
  certificates.set(`${hosts} ${notAfter}`, certificate);
  return certificate;
}

async function refuseTokens(): Promise<HttpResponse> {
  return { status: 500, headers: {}, body: "no token is asked for in this test" };
}

/** A watch answers with one object a line. */
function isOneObject({ headers }: HttpResponse, text: string): boolean {
  return text.startsWith("{") && !(headers["content-type"] ?? "").includes("stream=watch");
}
