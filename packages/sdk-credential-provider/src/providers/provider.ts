/** What every credential provider answers, whichever kind it is. */
import type { Span } from "@irsa-sim/core";
import type { SdkChain } from "../chains/chain.js";
import type { SdkClientOptions, SdkCredentials, SdkError } from "../sdk-client.js";

/** What a provider is asked with. */
export interface ProviderInput extends SdkClientOptions {
  readonly chain: SdkChain;
  readonly region: string;
  /** The role session name of this exchange. */
  readonly sessionName: () => string;
  readonly span: Span;
}

/** A provider's answer; it matches only with credentials in hand. */
export type ProviderAnswer =
  | { readonly verdict: "skip"; readonly reason: string; readonly inputs: readonly string[] }
  | { readonly verdict: "match"; readonly credentials: SdkCredentials; readonly inputs: readonly string[]; readonly about: CredentialsOrigin }
  | { readonly verdict: "error"; readonly error: SdkError; readonly inputs: readonly string[] };

/** What is known of where credentials came from. */
export interface CredentialsOrigin {
  readonly roleArn?: string;
  /** Of the node, which tells its name only. */
  readonly roleName?: string;
  readonly sessionName?: string;
}

/** Asks one provider. */
export type Provider = (input: ProviderInput) => Promise<ProviderAnswer>;

/** The names among `names` that are set to something. */
export function setVariables(environment: Readonly<Record<string, string>>, names: readonly string[]): readonly string[] {
  return names.filter((name) => (environment[name] ?? "") !== "");
}
