/**
 * The node's instance metadata service, version 2: any container that reaches it gets the node's credentials.
 * Leaves out: the hop limit, version 1, and everything but credentials and placement.
 * @see sdk-credential-chains.md, section 4
 */
import { addMillis, type Clock, type EpochMillis, type Handler, type HttpRequest, type HttpResponse, type Random, toRfc3339 } from "@irsa-sim/core";

/** Where the node's credentials come from. */
export interface NodeCredentials {
  /** The credentials that are good now. */
  current(): {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    readonly issuedAt: EpochMillis;
    readonly expiresAt: EpochMillis;
  };
}

/** What the metadata tells. */
export interface InstanceMetadataOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly region: string;
  readonly instanceId: string;
  /** Name of the role in the node's instance profile. */
  readonly roleName: string;
  readonly credentials: NodeCredentials;
}

const CREDENTIALS_PATH = "/latest/meta-data/iam/security-credentials/";
const MAX_TTL_SECONDS = 21_600;
const TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Creates the handler behind `http://169.254.169.254`. */
export function createInstanceMetadata(options: InstanceMetadataOptions): Handler {
  const tokens = new Map<string, EpochMillis>();
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/latest/api/token") return issueToken(options, tokens, request);
    const expiresAt = tokens.get(request.headers["x-aws-ec2-metadata-token"] ?? "");
    if (expiresAt === undefined || options.clock.now() >= expiresAt) return text(401, "Unauthorized");
    return request.method === "GET" ? read(options, pathname) : text(405, "Not Allowed");
  };
}

function issueToken({ clock, random }: InstanceMetadataOptions, tokens: Map<string, EpochMillis>, request: HttpRequest): HttpResponse {
  const ttlSeconds = Number(request.headers["x-aws-ec2-metadata-token-ttl-seconds"]);
  if (request.method !== "PUT") return text(405, "Not Allowed");
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > MAX_TTL_SECONDS) return text(400, "Bad Request");
  const token = `${random.text(54, TOKEN_ALPHABET)}==`;
  tokens.set(token, addMillis(clock.now(), ttlSeconds * 1000));
  return { ...text(200, token), headers: { "content-type": "text/plain", "x-aws-ec2-metadata-token-ttl-seconds": String(ttlSeconds) } };
}

function read({ region, instanceId, roleName, credentials }: InstanceMetadataOptions, path: string): HttpResponse {
  switch (path) {
    case CREDENTIALS_PATH:
      return text(200, roleName);
    case `${CREDENTIALS_PATH}${roleName}`: {
      const { accessKeyId, secretAccessKey, sessionToken, issuedAt, expiresAt } = credentials.current();
      const body = {
        Code: "Success",
        LastUpdated: toRfc3339(issuedAt),
        Type: "AWS-HMAC",
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        Token: sessionToken,
        Expiration: toRfc3339(expiresAt),
      };
      return text(200, JSON.stringify(body, null, 2));
    }
    case "/latest/meta-data/placement/region":
      return text(200, region);
    case "/latest/meta-data/instance-id":
      return text(200, instanceId);
    default:
      return text(404, "Not Found");
  }
}

function text(status: number, body: string): HttpResponse {
  return { status, headers: { "content-type": "text/plain" }, body };
}
