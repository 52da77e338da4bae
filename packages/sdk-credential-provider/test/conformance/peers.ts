/** The peers of the recordings: STS, S3, the metadata service and the container endpoint, which answer as a situation says and write down what they see. */
import { type Clock, type Handler, type HttpRequest, type HttpResponse, NetworkError } from "@irsa-sim/core";
import type { Endpoint, ScriptedAnswer, ScriptedError, SeenRequest, Situation } from "./situation.js";

/** Longer than any client waits. */
const NEVER_MS = 86_400_000;
const METADATA_TOKEN: HttpResponse = { status: 200, headers: { "x-aws-ec2-metadata-token-ttl-seconds": "21600" }, body: "metadata-token" };
const CREDENTIALS = "/latest/meta-data/iam/security-credentials/";

/** Who answers, by name. */
export interface Peers {
  readonly sts: Handler;
  readonly s3: Handler;
  readonly imds: Handler;
  readonly container: Handler;
  /** What all of them saw, in order. */
  readonly seen: SeenRequest[];
}

/** Creates the peers of a situation. */
export function createPeers(situation: Situation, clock: Clock): Peers {
  const seen: SeenRequest[] = [];
  const began = clock.now();
  const see = (to: string, { method, url }: HttpRequest, rest: Partial<SeenRequest> = {}): void => {
    const { host, pathname, search } = new URL(url);
    seen.push({ to, ...(to === "sts" || to === "s3" ? { host } : {}), method, path: `${pathname}${search}`, ...rest, at: clock.now() - began });
  };
  const container = playEndpoint(situation.container ?? [null], () => text(credentialDocument("ASIACONTAINER", clock)), clock);
  const s3 = playEndpoint(situation.s3?.script ?? [null], () => text("hello"), clock);
  return {
    seen,
    sts: createSts(situation, clock, see),
    s3: async (request) => {
      const key = /Credential=(\w+)/.exec(request.headers.authorization ?? "")?.[1] ?? "unsigned";
      see("s3", request, { key });
      return s3(request);
    },
    imds: createMetadata(situation, clock, see),
    container: async (request) => {
      if (situation.container === "refused") throw refusedAt(request.url);
      const { authorization } = request.headers;
      see("container", request, authorization === undefined ? {} : { authorization });
      return container(request);
    },
  };
}

type See = (to: string, request: HttpRequest, rest?: Partial<SeenRequest>) => void;

/** Answers as an endpoint is said to, or as it does by itself. */
function playEndpoint(endpoint: Endpoint, usual: () => HttpResponse, clock: Clock): (request: HttpRequest) => Promise<HttpResponse> {
  let answered = 0;
  return async ({ url }) => {
    if (endpoint === "refused") throw refusedAt(url);
    if (endpoint === "hang") await clock.sleep(NEVER_MS);
    const script = Array.isArray(endpoint) ? (endpoint as readonly (ScriptedAnswer | null)[]) : [endpoint as ScriptedAnswer];
    const answer = script[Math.min(answered, script.length - 1)] ?? null;
    answered += 1;
    return answer === null ? usual() : send(answer, clock);
  };
}

async function send({ status, body, headers = {}, after = 0 }: ScriptedAnswer, clock: Clock): Promise<HttpResponse> {
  if (after > 0) await clock.sleep(after * 1000);
  // Times that are said from now on.
  const said = body.replace(/\$NOW([+-]\d+)/g, (_, seconds: string) => instant(clock, Number(seconds)));
  return { status, headers, body: said };
}

function createSts({ sts = {} }: Situation, clock: Clock, see: See): Handler {
  let answered = 0;
  let issued = 0;
  return async (request) => {
    if (sts.down !== undefined) throw connectionFailure(sts.down, new URL(request.url).hostname);
    const { Action: action = "", Version: _, ...params } = Object.fromEntries(new URLSearchParams(String(request.body)));
    see("sts", request, { action, params });
    const scripted = sts.errors ?? sts.script?.[Math.min(answered, sts.script.length - 1)] ?? null;
    answered += 1;
    if (scripted !== null && "body" in scripted) return send(scripted, clock);
    const error = scripted ?? validate(action, params);
    if (error !== null) return errorPage(error);
    issued += 1;
    const id = action === "AssumeRole" ? "ASIAROLE" : `ASIAWEB${issued}`;
    const expiration = instant(clock, sts.sessionSeconds ?? 3600);
    const keys = `<AccessKeyId>${id}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration>`;
    return { status: 200, headers: {}, body: `<${action}Response><${action}Result><Credentials>${keys}</Credentials></${action}Result></${action}Response>` };
  };
}

/** As far as the recording server looked at what it was sent. */
function validate(action: string, { RoleArn = "", RoleSessionName = "", WebIdentityToken = "" }: Readonly<Record<string, string>>): ScriptedError | null {
  const refuse = (value: string, member: string, constraint: string): ScriptedError => ({
    code: "ValidationError",
    status: 400,
    message: `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`,
  });
  if (RoleArn.length < 20) return refuse(RoleArn, "roleArn", "Member must have length greater than or equal to 20");
  if (!/^[\w+=,.@-]*$/.test(RoleSessionName)) return refuse(RoleSessionName, "roleSessionName", "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
  if (action === "AssumeRoleWithWebIdentity" && WebIdentityToken.length < 4)
    return refuse(WebIdentityToken, "webIdentityToken", "Member must have length greater than or equal to 4");
  return null;
}

function errorPage({ code, status, message }: ScriptedError): HttpResponse {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`;
  return { status, headers: { "x-amzn-requestid": "r-1" }, body };
}

function createMetadata({ imds }: Situation, clock: Clock, see: See): Handler {
  const own = typeof imds === "object" ? imds : {};
  const token = playEndpoint(own.token ?? [null], () => METADATA_TOKEN, clock);
  const list = playEndpoint(own.list ?? [null], () => text("node"), clock);
  const credentials = playEndpoint(own.document ?? [null], () => text(credentialDocument("ASIANODE", clock)), clock);
  const region = playEndpoint(own.region ?? [null], () => text("eu-west-1"), clock);
  return async (request) => {
    if (imds === "refused") throw refusedAt(request.url);
    const { port, pathname } = new URL(request.url);
    see(port === "" ? "imds" : "imds-alt", request);
    if (imds === "hang" || (imds === "tokenhang" && pathname === "/latest/api/token")) await clock.sleep(NEVER_MS);
    const status = typeof imds === "string" ? Number(/^(?:token)?(\d+)$/.exec(imds)?.[1] ?? 200) : 200;
    const ofToken = typeof imds === "string" && imds.startsWith("token");
    if (pathname === "/latest/api/token") return ofToken ? { status, headers: {}, body: "" } : token(request);
    if (status !== 200 && !ofToken) return { status, headers: {}, body: "" };
    if (pathname === "/latest/meta-data/placement/region") return region(request);
    if (pathname === "/latest/dynamic/instance-identity/document") return text(JSON.stringify({ region: "eu-west-1", accountId: "111122223333" }));
    // The recording server knew no availability zone.
    if (imds === "norole") return { status: 404, headers: {}, body: "" };
    if (pathname === CREDENTIALS) return list(request);
    return pathname === `${CREDENTIALS}node` ? credentials(request) : { status: 404, headers: {}, body: "" };
  };
}

function text(body: string): HttpResponse {
  return { status: 200, headers: { "content-type": "text/plain" }, body };
}

function credentialDocument(accessKeyId: string, clock: Clock): string {
  const expiration = instant(clock, 21_600);
  const written = { AccessKeyId: accessKeyId, SecretAccessKey: "s", Token: "t", Expiration: expiration };
  return JSON.stringify({ Code: "Success", LastUpdated: expiration, Type: "AWS-HMAC", ...written });
}

function instant(clock: Clock, seconds: number): string {
  return new Date(clock.now() + seconds * 1000).toISOString().replace(/\.\d+Z$/, "Z");
}

function refusedAt(url: string): NetworkError {
  const { hostname, port } = new URL(url);
  return new NetworkError("ECONNREFUSED", `connect ECONNREFUSED ${hostname}:${port || "80"}`, { address: hostname });
}

function connectionFailure(down: "refused" | "unresolved" | "timeout", host: string): NetworkError {
  const address = "127.0.0.9";
  switch (down) {
    case "refused":
      return new NetworkError("ECONNREFUSED", `connect ECONNREFUSED ${address}:443`, { address });
    case "timeout":
      return new NetworkError("ETIMEDOUT", `connect ETIMEDOUT ${address}:443`, { address });
    case "unresolved":
      return new NetworkError("EAI_AGAIN", `getaddrinfo EAI_AGAIN ${host}`);
  }
}
