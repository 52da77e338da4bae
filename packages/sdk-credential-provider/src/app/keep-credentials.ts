import { type Clock, type EpochMillis, toRfc3339 } from "@irsa-sim/core";
import type { CredentialCache } from "../refresh/credential-cache.js";
import type { SdkCredentials } from "../sdk-client.js";

/** The cache of an app that takes credentials out once and gives its clients those for ever, where it could have given them a provider. */
export function keepFirstCredentials(cache: CredentialCache, clock: Clock): CredentialCache {
  let kept: { readonly credentials: SdkCredentials; readonly takenAt: EpochMillis } | null = null;
  return {
    async get(access) {
      if (kept !== null) {
        const { credentials, takenAt } = kept;
        access.span.note("app.credentials-reused", { accessKeyId: credentials.accessKeyId, takenAt: toRfc3339(takenAt) });
        return { credentials };
      }
      const found = await cache.get(access);
      if ("credentials" in found && found.credentials !== null) kept = { credentials: found.credentials, takenAt: clock.now() };
      return found;
    },
  };
}
