/** The claims of a service-account token (kubernetes-tokens.md, section 2.2). */
import type { EpochSeconds, IssuerUrl, JsonObject } from "@irsa-sim/core";
import type { BoundObject } from "./checks/04-bound-object.js";
import type { ObjectIdentity } from "./checks/check-context.js";
import type { Lifetime } from "./decide-lifetime.js";

/** What the claims state. */
export interface ClaimsInput {
  readonly issuer: IssuerUrl;
  readonly namespace: string;
  readonly serviceAccount: ObjectIdentity;
  readonly bound: BoundObject | null;
  readonly audiences: readonly string[];
  readonly lifetime: Lifetime;
  readonly now: EpochSeconds;
  /** A UUID. */
  readonly jti: string;
}

/** Builds the claims; the signer puts the keys in order. */
export function serviceAccountClaims({ issuer, namespace, serviceAccount, bound, audiences, lifetime, now, jti }: ClaimsInput): JsonObject {
  const isExtended = lifetime.signedSeconds !== lifetime.effectiveSeconds;
  return {
    aud: audiences,
    exp: now + lifetime.signedSeconds,
    iat: now,
    iss: issuer,
    jti,
    "kubernetes.io": {
      namespace,
      ...(bound === null ? {} : { [bound.kind.toLowerCase()]: { ...bound.identity } }),
      ...(bound?.node ? { node: { ...bound.node } } : {}),
      serviceaccount: { ...serviceAccount },
      ...(isExtended ? { warnafter: now + lifetime.effectiveSeconds } : {}),
    },
    nbf: now,
    sub: `system:serviceaccount:${namespace}:${serviceAccount.name}`,
  };
}
