/** An app in a pod with IRSA's variables; a hand-made STS and S3, the node's metadata and a credentials endpoint around it. */
import {
  type CheckEvent,
  createHostDirectory,
  createInMemoryFiles,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  type ExchangeEvent,
  epochMillis,
  generateRsaKey,
  type Handler,
  issueCertificate,
  type NoteEvent,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { credentialDocument } from "./credentials-endpoint/credential-document.js";
import type { NodeCredentials } from "./imds/node-credentials.js";
import { createInstanceMetadata, createSdkClient, type InstanceMetadataOptions, type SdkClientOptions, type SdkId } from "./index.js";

const START = Date.UTC(2026, 0, 5, 9);
const TOKEN_FILE = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";
const ROLE = "arn:aws:iam::111122223333:role/app";
export const IRSA: Readonly<Record<string, string>> = {
  AWS_ROLE_ARN: ROLE,
  AWS_WEB_IDENTITY_TOKEN_FILE: TOKEN_FILE,
  AWS_REGION: "eu-west-1",
  AWS_DEFAULT_REGION: "eu-west-1",
};
export const KEYS = { AWS_ACCESS_KEY_ID: "AKIAENV", AWS_SECRET_ACCESS_KEY: "secret" };
export const CREDENTIALS_FILE = "/root/.aws/credentials";
export const CONFIG_FILE = "/root/.aws/config";
export const STATIC_PROFILE = "[default]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = s\n";
export const POD_IDENTITY = {
  AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/v1/credentials",
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
};

const STS_HOSTS = ["sts.amazonaws.com", "sts.eu-west-1.amazonaws.com", "sts.us-east-1.amazonaws.com", "sts.cn-north-1.amazonaws.com.cn", "sts.other.example"];
const S3_HOSTS = ["*.s3.eu-west-1.amazonaws.com", "*.s3.us-east-1.amazonaws.com", "*.s3.cn-north-1.amazonaws.com.cn"];

const privateKey = await generateRsaKey();
const validity = { notBefore: new Date("2020-01-01T00:00:00Z"), notAfter: new Date("2030-01-01T00:00:00Z") };
const root = issueCertificate({ commonName: "root", hosts: [], privateKey, validity, serialNumber: "01" });
const leaf = issueCertificate(
  { commonName: "aws", hosts: [...STS_HOSTS, ...S3_HOSTS], privateKey, validity, serialNumber: "02" },
  { certificate: root, privateKey },
);
const certificate = { chain: [leaf], privateKey };

/** What the pod is like. */
export interface PodOptions extends Partial<Omit<SdkClientOptions, "files" | "network" | "tls" | "clock" | "random">> {
  readonly sdk: SdkId;
  readonly environment?: Readonly<Record<string, string>>;
  /** Path to content, besides the token file. */
  readonly files?: Readonly<Record<string, string>>;
  /** `null` for none. */
  readonly token?: string | null;
  readonly stsError?: StsError | undefined;
  readonly sessionSeconds?: number;
  readonly metadata?: Partial<InstanceMetadataOptions>;
  /** Taken from another pod, with all that is on its disk. */
  readonly disk?: ReturnType<typeof createInMemoryFiles>;
}

/** What STS says instead of credentials. */
export interface StsError {
  readonly status: number;
  readonly code: string;
}

/** Creates the pod. */
export function createPod(options: PodOptions) {
  const { sdk, environment = IRSA, files: contents = {}, token = "jwt-1", stsError, sessionSeconds = 3600, metadata = {}, disk, ...rest } = options;
  const clock = new VirtualClock(epochMillis(START));
  const trace = createTrace(clock);
  const state = { stsError, sessionSeconds, calls: [] as URLSearchParams[], hosts: [] as string[] };
  const hosts = createHostDirectory();
  for (const host of STS_HOSTS) hosts.listen({ host, actor: "sts", handler: createTestSts(state, clock), certificate });
  for (const host of S3_HOSTS) hosts.listen({ host, actor: "s3", handler: s3, certificate });
  const issued = (accessKeyId: string) => ({
    current: () => ({ accessKeyId, secretAccessKey: "s", sessionToken: "t", issuedAt: clock.now(), expiresAt: epochMillis(clock.now() + 21_600_000) }),
  });
  const random = createRandom("sdk");
  const node = { clock, random, region: "eu-west-1", instanceId: "i-1", roleName: "node", credentials: issued("ASIANODE") };
  hosts.listen({ host: "169.254.169.254", actor: "node", handler: createInstanceMetadata({ ...node, ...metadata }) });
  const forContainers = issued("ASIACONTAINER");
  hosts.listen({ host: "169.254.170.23", actor: "node", handler: createTestEndpoint("/v1/credentials", "pod-token", forContainers) });
  hosts.listen({ host: "169.254.170.2", actor: "node", handler: createTestEndpoint("/v2/credentials/task", "", forContainers) });
  const files = disk ?? createInMemoryFiles(clock);
  const put = (path: string, text: string): void => {
    files.makeDirectory(path.slice(0, path.lastIndexOf("/")));
    files.write(path, new TextEncoder().encode(text));
  };
  if (token !== null) put(TOKEN_FILE, token);
  put(POD_IDENTITY.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE, "pod-token");
  for (const [path, text] of Object.entries(contents)) put(path, text);
  const network = createNetwork(hosts, createInMemoryTransport(hosts, clock), clock);
  const newClient = () => createSdkClient({ sdk, environment, files, network, tls: trustAnchors([root]), clock, random, ...rest });
  const client = newClient();
  const callOf = (each: typeof client, key = "k") => clock.run(() => each.call({ action: "s3:GetObject", bucket: "b", key }, trace.root));
  const call = (key?: string) => callOf(client, key);
  return {
    clock,
    state,
    files,
    put,
    call,
    /** A call by another client in the same process. */
    callOfAnother: () => callOf(newClient()),
    events: trace.events,
    notes: (name: string): readonly NoteEvent[] => trace.events.filter((event): event is NoteEvent => event.kind === "note" && event.name === name),
    exchanges: (name: string): readonly ExchangeEvent[] =>
      trace.events.filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === name),
    checks: (): readonly CheckEvent[] => trace.events.filter((event): event is CheckEvent => event.kind === "check"),
    /** Whose key S3 saw, in the letters of the sheet's section 5; `!` for an error. */
    winner: async (): Promise<string> => {
      const result = await call();
      return result.ok ? letterOf(result.body) : "!";
    },
    message: async (): Promise<string | null> => {
      const result = await call();
      return result.ok ? null : result.error.message;
    },
  };
}

/** Answers whose key it saw and, for all objects but one, under which path. */
const s3: Handler = async ({ url, headers }) => {
  const { pathname } = new URL(url);
  if (pathname === "/denied") return { status: 403, headers: {}, body: "<Error><Code>AccessDenied</Code><Message>not yours</Message></Error>" };
  const accessKeyId = /Credential=(\w+)/.exec(headers.authorization ?? "")?.[1] ?? "unsigned";
  return { status: 200, headers: {}, body: pathname === "/k" ? accessKeyId : `${accessKeyId} ${pathname}` };
};

/** A credentials endpoint: EKS Pod Identity's agent wants the pod's token, ECS's wants no header. */
function createTestEndpoint(path: string, authorization: string, credentials: NodeCredentials): Handler {
  return async ({ url, headers }) => {
    const isGiven = new URL(url).pathname === path && (headers.authorization ?? "") === authorization;
    if (!isGiven) return { status: 403, headers: {}, body: "Forbidden" };
    return { status: 200, headers: {}, body: JSON.stringify(credentialDocument(await credentials.current())) };
  };
}

function createTestSts(
  state: { stsError: StsError | undefined; sessionSeconds: number; calls: URLSearchParams[]; hosts: string[] },
  clock: VirtualClock,
): Handler {
  return async (request) => {
    const form = new URLSearchParams(String(request.body));
    state.calls.push(form);
    state.hosts.push(new URL(request.url).host);
    const action = form.get("Action") as string;
    if (state.stsError !== undefined) return { status: state.stsError.status, headers: { "x-amzn-requestid": "r-1" }, body: errorBody(state.stsError.code) };
    const expiration = new Date(clock.now() + state.sessionSeconds * 1000).toISOString();
    const id = action === "AssumeRole" ? "ASIAROLE" : `ASIAWEB${state.calls.length}`;
    const keys = `<AccessKeyId>${id}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration>`;
    return { status: 200, headers: {}, body: `<${action}Response><${action}Result><Credentials>${keys}</Credentials></${action}Result></${action}Response>` };
  };
}

function errorBody(code: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>said no</Message></Error></ErrorResponse>`;
}

function letterOf(accessKeyId: string): string {
  const letters = { AKIAENV: "E", AKIAPROFILE: "P", ASIAROLE: "P", ASIAWEB: "W", ASIACONTAINER: "C", ASIANODE: "N" };
  return Object.entries(letters).find(([start]) => accessKeyId.startsWith(start))?.[1] ?? accessKeyId;
}
