/** The peers of the recordings: STS, S3, the metadata service and the container endpoint, which answer as a situation says and write down what they see. */
import { type Handler, type HttpRequest, type HttpResponse, NetworkError, type VirtualClock } from "@irsa-sim/core";
import type { ScriptedError, SeenRequest, Situation } from "./situation.js";

/** Longer than any client waits. */
const NEVER_MS = 86_400_000;
const METADATA_TOKEN = "metadata-token";
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
export function createPeers(situation: Situation, clock: VirtualClock): Peers {
  const seen: SeenRequest[] = [];
  const see = (to: string, { method, url }: HttpRequest, rest: Partial<SeenRequest> = {}): void => {
    const { host, pathname, search } = new URL(url);
    seen.push({ to, ...(to === "sts" || to === "s3" ? { host } : {}), method, path: `${pathname}${search}`, ...rest });
  };
  return {
    seen,
    sts: createSts(situation, clock, see),
    s3: async (request) => {
      const key = /Credential=(\w+)/.exec(request.headers.authorization ?? "")?.[1] ?? "unsigned";
      see("s3", request, { key });
      return { status: 200, headers: {}, body: "hello" };
    },
    imds: createMetadata(situation, clock, see),
    container: async (request) => {
      see("container", request);
      return { status: 200, headers: {}, body: credentialDocument("ASIACONTAINER", clock) };
    },
  };
}

type See = (to: string, request: HttpRequest, rest?: Partial<SeenRequest>) => void;

function createSts({ sts = {} }: Situation, clock: VirtualClock, see: See): Handler {
  let answered = 0;
  let issued = 0;
  return async (request) => {
    if (sts.down !== undefined) throw connectionFailure(sts.down, new URL(request.url).hostname);
    const { Action: action = "", Version: _, ...params } = Object.fromEntries(new URLSearchParams(String(request.body)));
    see("sts", request, { action, params });
    const scripted = sts.errors ?? sts.script?.[Math.min(answered, sts.script.length - 1)] ?? null;
    answered += 1;
    const error = scripted ?? validate(action, params);
    if (error !== null) return errorPage(error);
    issued += 1;
    const expiration = new Date(clock.now() + (sts.sessionSeconds ?? 3600) * 1000).toISOString().replace(/\.\d+Z$/, "Z");
    const id = action === "AssumeRole" ? "ASIAROLE" : `ASIAWEB${issued}`;
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

function createMetadata({ imds }: Situation, clock: VirtualClock, see: See): Handler {
  return async (request) => {
    const { hostname, port, pathname } = new URL(request.url);
    if (imds === "refused") throw new NetworkError("ECONNREFUSED", `connect ECONNREFUSED ${hostname}:${port || "80"}`, { address: hostname });
    see(port === "" ? "imds" : "imds-alt", request);
    if (imds === "hang") await clock.sleep(NEVER_MS);
    const status = Number(/^(?:token)?(\d+)$/.exec(imds ?? "")?.[1] ?? 200);
    if (pathname === "/latest/api/token") return imds?.startsWith("token") ? { status, headers: {}, body: "" } : text(METADATA_TOKEN);
    if (status !== 200 && !imds?.startsWith("token")) return { status, headers: {}, body: "" };
    if (pathname === "/latest/meta-data/placement/region") return text("eu-west-1");
    if (pathname === "/latest/dynamic/instance-identity/document") return text(JSON.stringify({ region: "eu-west-1", accountId: "111122223333" }));
    // The recording server knew no availability zone.
    if (imds === "norole") return { status: 404, headers: {}, body: "" };
    if (pathname === CREDENTIALS) return text("node");
    return pathname === `${CREDENTIALS}node` ? text(credentialDocument("ASIANODE", clock)) : { status: 404, headers: {}, body: "" };
  };
}

function text(body: string): HttpResponse {
  return { status: 200, headers: { "content-type": "text/plain" }, body };
}

function credentialDocument(accessKeyId: string, clock: VirtualClock): string {
  const expiration = new Date(clock.now() + 21_600_000).toISOString().replace(/\.\d+Z$/, "Z");
  const written = { AccessKeyId: accessKeyId, SecretAccessKey: "s", Token: "t", Expiration: expiration };
  return JSON.stringify({ Code: "Success", LastUpdated: expiration, Type: "AWS-HMAC", ...written });
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
