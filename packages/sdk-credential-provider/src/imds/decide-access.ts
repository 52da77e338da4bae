/** Who may read metadata: version 2 wants a token that lives, version 1 lets everybody in (sdk-credential-chains.md, section 4). */
import type { RefusalStatus } from "./metadata-answer.js";

/** The instance's metadata options, as `ModifyInstanceMetadataOptions` sets them. */
export interface MetadataOptions {
  /** Whether the service answers at all; `enabled` when absent. */
  readonly endpoint?: "enabled" | "disabled";
  /** `required`: version 2 only, which is meant when absent; `optional`: version 1 too. */
  readonly tokens?: "required" | "optional";
  /** How many hops the answer to a token request lives, from 1 to 64; 2, which lets pods in, when absent. */
  readonly hopLimit?: number;
}

/** A request as far as access goes. */
export interface AccessRequest {
  readonly method: string;
  readonly isTokenRequest: boolean;
  readonly isForwarded: boolean;
  /** As sent; `undefined` without the header. */
  readonly ttlSeconds: string | undefined;
  /** `none`: without the header; `unknown` stands for expired ones too. */
  readonly token: "none" | "known" | "unknown";
  readonly hops: number;
}

/** `lost`: an answer that does not live long enough to arrive. */
export type AccessDecision =
  | { readonly act: "allow" }
  | { readonly act: "lost" | "refuse"; readonly status: RefusalStatus; readonly check: string; readonly expected: string; readonly actual: string };

const MAX_TTL_SECONDS = 21_600;
const DEFAULT_HOP_LIMIT = 2;

/** Decides in the service's order: endpoint, method, what a token request needs, token. */
export function decideAccess(
  request: AccessRequest,
  { endpoint = "enabled", tokens = "required", hopLimit = DEFAULT_HOP_LIMIT }: MetadataOptions,
): AccessDecision {
  const refuse = (status: RefusalStatus, check: string, expected: string, actual: string): AccessDecision => ({
    act: "refuse",
    status,
    check,
    expected,
    actual,
  });
  if (endpoint === "disabled") return refuse(403, "imds.endpoint", "enabled", "disabled");
  const method = request.isTokenRequest ? "PUT" : "GET";
  if (request.method !== method) return refuse(405, "imds.method", method, request.method);
  if (request.isTokenRequest) {
    if (request.isForwarded) return refuse(403, "imds.forwarded", "no x-forwarded-for", "x-forwarded-for");
    if (!isTtl(request.ttlSeconds)) return refuse(400, "imds.ttl", `a whole number from 1 to ${MAX_TTL_SECONDS}`, request.ttlSeconds ?? "no header");
    const limit = { check: "imds.hop-limit", expected: `at most ${hopLimit} hops`, actual: `${request.hops} hops` };
    return request.hops > hopLimit ? { act: "lost", status: 400, ...limit } : { act: "allow" };
  }
  if (request.token === "known" || (request.token === "none" && tokens === "optional")) return { act: "allow" };
  return refuse(401, "imds.token", "a token that was issued and lives", request.token === "none" ? "no token" : "another one");
}

function isTtl(value: string | undefined): boolean {
  const seconds = Number(value);
  return /^\d+$/.test(value ?? "") && seconds >= 1 && seconds <= MAX_TTL_SECONDS;
}
