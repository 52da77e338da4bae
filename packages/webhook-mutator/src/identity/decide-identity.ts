/**
 * Whose identity a pod gets, or why none, as a pure rule over what the caches hold.
 * @see webhook.md, sections 3.5 and 4
 */
import type { IdentityEntry } from "./identity-entry.js";

/** What the caches hold for one service account. */
export interface KnownIdentities {
  /** Whether the container-credentials file lists it. */
  readonly hasContainerCredentials: boolean;
  /** `null` for one that the cache does not hold. */
  readonly serviceAccount: IdentityEntry | null;
  /** The ConfigMap's entry for the very namespace. */
  readonly configMap: IdentityEntry | null;
  /** The ConfigMap's entry for the namespace `*`. */
  readonly configMapForAnyNamespace: IdentityEntry | null;
}

/** A role to be assumed with a token, and how the token is to be. */
export interface WebIdentity extends IdentityEntry {
  readonly outcome: "mutate";
  readonly reason: "role-annotation" | "config-map";
}

/** Credentials from the node's agent, and how the token for it is to be. */
export interface ContainerCredentials {
  readonly outcome: "mutate";
  readonly reason: "container-credentials";
  readonly stsRegionalEndpoint: boolean;
  /** Before jitter. */
  readonly tokenExpirationSeconds: bigint;
}

/** The identity that a pod gets, or the reason for leaving it alone. */
export type IdentityDecision =
  | WebIdentity
  | ContainerCredentials
  | { readonly outcome: "leave-alone"; readonly reason: "service-account-unknown" | "no-role-annotation" };

/** Constants of the webhook: its flags do not count where nothing is known. */
const UNKNOWN_CONTAINER = { stsRegionalEndpoint: false, tokenExpirationSeconds: 86_400n };

/** Decides by the first source that applies; sources are never merged. */
export function decideIdentity(known: KnownIdentities): IdentityDecision {
  const { hasContainerCredentials, serviceAccount, configMap, configMapForAnyNamespace } = known;
  if (hasContainerCredentials) {
    const { stsRegionalEndpoint, tokenExpirationSeconds } = serviceAccount ?? configMap ?? UNKNOWN_CONTAINER;
    return { outcome: "mutate", reason: "container-credentials", stsRegionalEndpoint, tokenExpirationSeconds };
  }
  if (serviceAccount !== null && serviceAccount.roleArn !== "") return { outcome: "mutate", reason: "role-annotation", ...serviceAccount };
  // An entry for the very namespace counts even without a role, and then stands before the one for all.
  const fromConfigMap = configMap ?? configMapForAnyNamespace;
  if (fromConfigMap !== null && fromConfigMap.roleArn !== "") return { outcome: "mutate", reason: "config-map", ...fromConfigMap };
  return { outcome: "leave-alone", reason: serviceAccount === null && fromConfigMap === null ? "service-account-unknown" : "no-role-annotation" };
}
