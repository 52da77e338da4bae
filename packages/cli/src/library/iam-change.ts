import type { JsonObject } from "@irsa-sim/core";

/** What is done in IAM: to a role, or to an OIDC provider. */
export type IamChange = RoleChange | ProviderChange;

interface InAccount {
  /** The scenario's own account when left out. */
  readonly account?: string;
  /** Takes it away. */
  readonly delete?: true;
}

interface RoleChange extends InAccount {
  /** Name of the role, which is created when there is none. */
  readonly role: string;
  readonly trustPolicy?: JsonObject;
  /** Permission policies by name; `null` takes one away. */
  readonly policies?: Readonly<Record<string, JsonObject | null>>;
}

interface ProviderChange extends InAccount {
  /** URL of the OIDC provider, which is registered anew. */
  readonly oidcProvider: string;
  readonly clientIds?: readonly string[];
  readonly thumbprints?: readonly string[];
}
