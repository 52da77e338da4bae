/**
 * The node's instance metadata service: any container that reaches it gets the node's credentials.
 * Leaves out: everything but credentials, placement and what of the identity document follows from those, and IPv6.
 * @see sdk-credential-chains.md, section 4
 */
import { type Clock, type Handler, type HttpRequest, type HttpResponse, NetworkError, type Random, type Span, toRfc3339 } from "@irsa-sim/core";
import { credentialDocument } from "../credentials-endpoint/credential-document.js";
import { type AccessDecision, type AccessRequest, decideAccess, type MetadataOptions } from "./decide-access.js";
import { plainText, refusalPage } from "./metadata-answer.js";
import { HOPS_HEADER } from "./metadata-session.js";
import { createMetadataTokens, type MetadataTokens } from "./metadata-tokens.js";
import type { NodeCredentials } from "./node-credentials.js";

/** What the metadata tells. */
export interface InstanceMetadataOptions extends MetadataOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly region: string;
  readonly instanceId: string;
  /** Name of the role in the node's instance profile; `null` for a node without one. */
  readonly roleName: string | null;
  readonly credentials: NodeCredentials;
}

const TOKEN_PATH = "/latest/api/token";
const CREDENTIALS_PATH = "/latest/meta-data/iam/security-credentials/";

/** Creates the handler behind `http://169.254.169.254`. */
export function createInstanceMetadata(options: InstanceMetadataOptions): Handler {
  const tokens = createMetadataTokens(options);
  return async (request, span) => {
    const { pathname } = new URL(request.url);
    const access = describeRequest(request, { isTokenRequest: pathname === TOKEN_PATH, tokens });
    const decision = decideAccess(access, options);
    if (decision.act !== "allow") return refuse(decision, span);
    return access.isTokenRequest ? issueToken(tokens, Number(access.ttlSeconds)) : read(options, pathname);
  };
}

function describeRequest(
  { method, headers }: HttpRequest,
  { isTokenRequest, tokens }: { readonly isTokenRequest: boolean; readonly tokens: MetadataTokens },
): AccessRequest {
  const token = headers["x-aws-ec2-metadata-token"];
  return {
    method,
    isTokenRequest,
    isForwarded: headers["x-forwarded-for"] !== undefined,
    ttlSeconds: headers["x-aws-ec2-metadata-token-ttl-seconds"],
    token: token === undefined ? "none" : tokens.isGood(token) ? "known" : "unknown",
    hops: Number(headers[HOPS_HEADER] ?? 1),
  };
}

/** @throws {NetworkError} `ETIMEDOUT` when the answer would be lost on its way */
function refuse({ act, status, check, expected, actual }: Exclude<AccessDecision, { readonly act: "allow" }>, span: Span): HttpResponse {
  span.check({ check, title: "instance metadata", passed: false, expected: { value: expected }, actual: { value: actual }, reason: act });
  if (act === "lost") throw new NetworkError("ETIMEDOUT", "read ETIMEDOUT 169.254.169.254:80");
  return refusalPage(status);
}

function issueToken(tokens: MetadataTokens, ttlSeconds: number): HttpResponse {
  const answer = plainText(tokens.issue(ttlSeconds));
  return { ...answer, headers: { ...answer.headers, "x-aws-ec2-metadata-token-ttl-seconds": String(ttlSeconds) } };
}

async function read({ region, instanceId, roleName, credentials }: InstanceMetadataOptions, path: string): Promise<HttpResponse> {
  switch (path) {
    case "/latest/meta-data/placement/region":
      return plainText(region);
    case "/latest/meta-data/placement/availability-zone":
    case "/latest/meta-data/placement/availability-zone/":
      return plainText(`${region}a`);
    case "/latest/meta-data/instance-id":
      return plainText(instanceId);
    case "/latest/dynamic/instance-identity/document":
      return plainText(JSON.stringify({ availabilityZone: `${region}a`, instanceId, region, version: "2017-09-30" }, null, 2));
  }
  if (roleName === null) return refusalPage(404);
  if (path === CREDENTIALS_PATH || `${path}/` === CREDENTIALS_PATH) return plainText(roleName);
  return path === `${CREDENTIALS_PATH}${roleName}` ? plainText(JSON.stringify(await describeCredentials(credentials), null, 2)) : refusalPage(404);
}

async function describeCredentials(credentials: NodeCredentials) {
  const current = await credentials.current();
  return { Code: "Success", LastUpdated: toRfc3339(current.issuedAt), Type: "AWS-HMAC", ...credentialDocument(current) };
}
