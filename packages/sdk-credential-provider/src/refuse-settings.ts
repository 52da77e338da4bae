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
  return refuseProfile(settings) ?? refuseEnvironment(settings) ?? refuseRetries(settings);
}

/** Some SDKs want the profile that is named, and whole pairs of keys in it, before they look at anything else. */
function refuseProfile({ chain, sharedConfig }: ClientSettings): LoadError | null {
  const { missingProfile, refuses } = chain.sharedConfig;
  const { selected, selectedBy, profile } = sharedConfig;
  if (missingProfile !== undefined && selectedBy !== "nobody" && profile(selected) === null)
    return localError("ProfileNotFound", missingProfile(selected), { isOfSettings: true });
  const refusal = refuses?.(sharedConfig) ?? null;
  return refusal === null ? null : localError(refusal.code, refusal.message, { isOfSettings: true });
}

function refuseEnvironment({ chain, environment }: ClientSettings): LoadError | null {
  const refusal = chain.refusesEnvironment?.(environment) ?? null;
  return refusal === null ? null : localError(refusal.code, refusal.message, { isOfSettings: true });
}

function refuseRetries({ chain, environment }: ClientSettings): LoadError | null {
  const refusal = refuseRetrySettings(chain.retry, environment);
  return refusal === null ? null : localError(refusal.code, refusal.message, { isOfSettings: true });
}
