import type { SdkChain } from "../chains/chain.js";
import type { CredentialHabits } from "./credential-habits.js";

/** The SDK as the app has set it. */
export function withHabits(chain: SdkChain, { durationSeconds, expiryWindowSeconds, sessionPolicies }: CredentialHabits): SdkChain {
  return {
    ...chain,
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(sessionPolicies === undefined ? {} : { sessionPolicies }),
    ...(expiryWindowSeconds === undefined
      ? {}
      : { cache: { ...chain.cache, backgroundSeconds: 0, blockingSeconds: expiryWindowSeconds, blockingJitterSeconds: 0 } }),
  };
}
