import { type EpochMillis, toEpochSeconds } from "@irsa-sim/core";
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";

/** The addresses that an agent answers under. */
const AGENT_HOSTS: readonly string[] = ["169.254.170.23", "fd00:ec2::23"];

/** What the agent sees of a request. */
export interface AgentRequest {
  /** Without brackets and port. */
  readonly host: string;
  /** The header `authorization` as it came; empty for none. */
  readonly token: string;
  readonly now: EpochMillis;
}

/** Why the agent asks nobody: what the caller is told, and the two values that differ. */
export interface AgentRefusal {
  readonly status: 400 | 403;
  readonly message: string;
  readonly reason: "address" | "empty" | "malformed" | "claims";
  readonly expected: string;
  readonly actual: string;
}

/**
 * Looks at a request before EKS Auth is asked: at its address, and whether the token can be read and is in its time; who signed it is EKS Auth's business.
 * Differs from the agent in the text behind "cannot be parsed", which is Go's own there.
 *
 * @returns `null` when EKS Auth is to be asked
 * @see aws/eks-pod-identity-agent, internal/validation/request.go
 * @example
 * decideAgentRefusal({ host: "169.254.170.23", token: "", now })?.message; // => "Service account token cannot be empty"
 */
export function decideAgentRefusal({ host, token, now }: AgentRequest): AgentRefusal | null {
  if (!AGENT_HOSTS.includes(host)) {
    const message = `Access Denied. Called agent through invalid address, please use either [${AGENT_HOSTS.join(" ")}] address not ${host}`;
    return { status: 403, message, reason: "address", expected: AGENT_HOSTS.join(" or "), actual: host };
  }
  if (token === "")
    return { status: 400, message: "Service account token cannot be empty", reason: "empty", expected: "the pod's token", actual: "no Authorization header" };
  const claims = readClaims(token);
  if (typeof claims === "string") {
    const message = `Service account token cannot be parsed: token is malformed: ${claims}`;
    return { status: 400, message, reason: "malformed", expected: "the token alone, as in its file", actual: claims };
  }
  const problem = findTimeProblem(claims, toEpochSeconds(now));
  if (problem === null) return null;
  const message = `Service account token failed basic claim validations: token has invalid claims: ${problem}`;
  return { status: 400, message, reason: "claims", expected: "a token in its time", actual: problem };
}

function readClaims(token: string): JWTPayload | string {
  const parts = token.split(".").length;
  if (parts !== 3) return `token contains an invalid number of segments (${parts})`;
  try {
    decodeProtectedHeader(token);
    return decodeJwt(token);
  } catch (error) {
    // The library has an error class of its own for payloads, and plain ones for headers.
    if (error instanceof Error) return /^Bearer\s/i.test(token) ? "could not base64 decode header: it begins with Bearer" : "could not be decoded";
    throw error;
  }
}

function findTimeProblem({ exp, nbf }: JWTPayload, nowSeconds: number): string | null {
  if (exp !== undefined && nowSeconds > exp) return "token is expired";
  return nbf !== undefined && nowSeconds < nbf ? "token is not valid yet" : null;
}
