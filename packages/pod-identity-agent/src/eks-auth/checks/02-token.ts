import { type EpochSeconds, type JsonObject, toEpochSeconds } from "@irsa-sim/core";
import { decodeJwt, errors } from "jose";
import { type EksAuthCall, fail, pass } from "../eks-auth-call.js";
import { EKS_AUTH_FAULTS } from "../eks-auth-fault.js";

/** The audience of tokens for EKS Auth. */
export const AUDIENCE = "pods.eks.amazonaws.com";

/** Whose token it is. */
export interface PodClaims {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly podName: string;
  readonly podUid: string;
}

/** Why a token is refused. */
export interface TokenProblem {
  readonly reason: "issuer" | "audience" | "expired" | "not-of-a-pod";
  readonly expected: string;
  readonly actual: string;
}

/**
 * Holds the pod's token against the cluster's keys and EKS Auth's own audience.
 *
 * @throws {EksAuthFault} `InvalidTokenException` or `ExpiredTokenException`
 */
export async function checkToken(call: EksAuthCall): Promise<PodClaims> {
  const { token, cluster, clock } = call;
  const record = { check: "eks-auth.token", title: "a token of the cluster, for EKS Auth" };
  const claims = readClaims(token);
  const signature = claims === null ? "malformed" : await cluster.checkSignature(token);
  if (claims === null || signature !== "verified") {
    const found = { expected: { value: "signed by a key of the cluster" }, actual: { value: signature }, reason: "signature" };
    throw fail(call, { ...record, ...found }, EKS_AUTH_FAULTS.invalidToken("its signature cannot be verified"));
  }
  const problem = decideTokenProblem(claims, { issuer: cluster.issuer, now: toEpochSeconds(clock.now()) });
  if (problem !== null) {
    const { reason, expected, actual } = problem;
    const fault = reason === "expired" ? EKS_AUTH_FAULTS.expiredToken() : EKS_AUTH_FAULTS.invalidToken(`${reason} ${actual}`);
    throw fail(call, { ...record, expected: { value: expected }, actual: { value: actual, from: { file: "request", pointer: "token" } }, reason }, fault);
  }
  pass(call, { ...record, expected: { value: `audience ${AUDIENCE}` }, actual: { value: AUDIENCE } });
  return podOf(claims) as PodClaims;
}

/**
 * What is wrong with a token whose signature is good; `null` for nothing.
 *
 * @param claims as they are, believed only now
 */
export function decideTokenProblem(claims: JsonObject, { issuer, now }: { readonly issuer: string; readonly now: EpochSeconds }): TokenProblem | null {
  if (claims.iss !== issuer) return { reason: "issuer", expected: issuer, actual: String(claims.iss) };
  const audiences = [claims.aud ?? []].flat().map(String);
  if (!audiences.includes(AUDIENCE)) return { reason: "audience", expected: AUDIENCE, actual: audiences.join(", ") || "none" };
  if (typeof claims.exp !== "number" || claims.exp <= now) return { reason: "expired", expected: `an exp after ${now}`, actual: String(claims.exp) };
  return podOf(claims) === null ? { reason: "not-of-a-pod", expected: "a token that is bound to a pod", actual: "kubernetes.io without pod" } : null;
}

function podOf(claims: JsonObject): PodClaims | null {
  const { namespace, pod, serviceaccount } = (claims["kubernetes.io"] ?? {}) as KubernetesClaims;
  if (namespace === undefined || pod === undefined || serviceaccount === undefined) return null;
  return { namespace, serviceAccount: serviceaccount.name, podName: pod.name, podUid: pod.uid };
}

interface KubernetesClaims {
  readonly namespace?: string;
  readonly pod?: { readonly name: string; readonly uid: string };
  readonly serviceaccount?: { readonly name: string };
}

function readClaims(token: string): JsonObject | null {
  try {
    return decodeJwt(token) as JsonObject;
  } catch (error) {
    if (error instanceof errors.JWTInvalid) return null;
    throw error;
  }
}
