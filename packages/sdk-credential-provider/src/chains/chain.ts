/**
 * An SDK's default credential chain as data: what differs from SDK to SDK stands here, what is common stands in the machinery.
 * @see sdk-credential-chains.md, section 9
 */
import type { JsonObject } from "@irsa-sim/core";
import type { Provider } from "../providers/provider.js";
import type { ProfileRefusal } from "../shared-config/shared-config-rules.js";
import type { StsPlace } from "../sts/decide-sts-endpoint.js";
import type { ChainRules } from "./chain-rules.js";
import type { ClientRules } from "./client-rules.js";
import type { ProviderKind } from "./provider-kind.js";

/** One link of a chain. */
export interface ChainLink {
  /** As the SDK calls it. */
  readonly name: string;
  readonly kind: ProviderKind;
  /** What a failure inside a matching provider does, unless the provider says that it is final. */
  readonly onError: "continue" | "fail";
  readonly ask: Provider;
}

/** One SDK. */
export interface SdkChain extends ChainRules {
  readonly links: readonly ChainLink[];
  /** What takes links out of the SDK's default chain, as notes by name; for the trace, at each search. */
  readonly departures?: Readonly<Record<string, JsonObject>>;
  /** The first release that is documented to have web identity in its default chain; absent where none is (sdk-credential-chains.md, section 2.4). */
  readonly webIdentitySince?: string;
  /** Refresh asks only the provider that won, walks the chain again, or does the first and, when that gives nothing, the second. */
  readonly onRefresh: "winner" | "chain" | "winner-then-chain";
  readonly client: ClientRules;
  readonly sts: StsPlace;
  /** With what a client fails because of a variable whose value it does not know; `null` for none, absent where such a value is passed over. */
  readonly refusesEnvironment?: (environment: Readonly<Record<string, string>>) => ProfileRefusal | null;
  /** Whether the SDK's HTTP client takes `HTTPS_PROXY` and `NO_PROXY` by itself; absent where it wants a proxy in code, or nobody has looked. */
  readonly readsProxyVariables?: true;
  /** Variables with which it can be given authorities to trust (real-clients.md, section 1). */
  readonly caVariables: readonly string[];
}
