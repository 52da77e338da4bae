import type { SdkChain } from "./chains/chain.js";
import { type LoadError, localError } from "./load-error.js";
import { refuseRetrySettings } from "./retry/decide-retry.js";
import type { SharedConfig } from "./shared-config/shared-config.js";

/** What a client is built from. */
export interface ClientSettings {
  readonly chain: SdkChain;
  readonly sharedConfig: SharedConfig;
  readonly environment: Readonly<Record<string, string>>;
}

/** Why a client cannot even be built; `null` when it can. */
export function refuseSettings(settings: ClientSettings): LoadError | null {
  return refuseProfile(settings) ?? refuseRetries(settings);
}

/** Some SDKs want the profile that is named, and whole pairs of keys in it, before they look at anything else. */
function refuseProfile({ chain, sharedConfig }: ClientSettings): LoadError | null {
  const { missingProfile, halfKeys } = chain.sharedConfig;
  const { selected, selectedBy, profile } = sharedConfig;
  if (missingProfile !== undefined && selectedBy !== "nobody" && profile(selected) === null)
    return localError("ProfileNotFound", missingProfile(selected), { isOfSettings: true });
  const half = halfKeys?.(sharedConfig) ?? null;
  return half === null ? null : localError("PartialCredentialsError", half, { isOfSettings: true });
}

function refuseRetries({ chain, environment }: ClientSettings): LoadError | null {
  const message = refuseRetrySettings(chain.retry, environment);
  return message === null ? null : localError("InvalidRetryMode", message, { isOfSettings: true });
}
