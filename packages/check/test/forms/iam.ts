/** What is in IAM, in whichever way it became known: what the writers of forms need of it. */
import type { JsonObject } from "@irsa-sim/core";
import type { TrustPolicy, World } from "./world.js";

/** A role. */
export interface FormRole {
  readonly name: string;
  readonly path: string;
  readonly trust: TrustPolicy;
  readonly maxSessionDuration?: number;
  /** Those that stand in it. */
  readonly policies: readonly FormPolicy[];
}

/** A policy of a role. */
export interface FormPolicy {
  readonly name: string;
  readonly document: JsonObject;
}

/** An OIDC provider. */
export interface FormProvider {
  /** Without scheme. */
  readonly url: string;
  readonly clientIds: readonly string[];
}

/** Roles and providers of an account. */
export interface Iam {
  readonly roles: readonly FormRole[];
  readonly providers: readonly FormProvider[];
}

/** Where a provider is, and whether it is the issuer's. */
export type Place = Pick<World, "account" | "issuer" | "providerUrl">;

/** IAM of a small world, whose roles hold a policy if so asked. */
export function iamOf({ identities, providerUrl, clientIds }: World, policies: readonly FormPolicy[] = []): Iam {
  return { roles: identities.map(({ role }) => ({ ...role, policies })), providers: [{ url: providerUrl, clientIds }] };
}
