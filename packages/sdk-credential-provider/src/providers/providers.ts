import type { ChainLink, ProviderKind } from "../chains/chain.js";
import { containerProvider } from "./container.js";
import { envProvider } from "./env.js";
import { imdsProvider } from "./imds.js";
import { profileProvider } from "./profile.js";
import type { Provider } from "./provider.js";
import { webIdentityProvider } from "./web-identity.js";

const PROVIDERS: Readonly<Record<Exclude<ProviderKind, "never">, Provider>> = {
  env: envProvider,
  profile: profileProvider,
  "web-identity": webIdentityProvider,
  container: containerProvider,
  imds: imdsProvider,
};

/** The provider behind a link of a chain. */
export function providerOf({ kind, skipReason = "not configured" }: ChainLink): Provider {
  return kind === "never" ? async () => ({ verdict: "skip", reason: skipReason, inputs: [] }) : PROVIDERS[kind];
}
