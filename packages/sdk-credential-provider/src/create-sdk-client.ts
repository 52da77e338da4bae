/**
 * An AWS SDK as an app sees it: one service client with the SDK's own default credential chain, cache and refresh.
 * Leaves out: retries of the service call.
 * @see sdk-credential-chains.md, section 9
 */
import type { Span } from "@irsa-sim/core";
import { keepFirstCredentials } from "./app/keep-credentials.js";
import { createTakeToken } from "./app/keep-token.js";
import { ownRoleChain } from "./app/own-role.js";
import { withHabits } from "./app/with-habits.js";
import type { SdkChain } from "./chains/chain.js";
import { CHAINS } from "./chains/chains.js";
import { localError } from "./local-error.js";
import { createCredentialCache, createProcessPerCall } from "./refresh/create-credential-cache.js";
import type { CredentialCache } from "./refresh/credential-cache.js";
import { callS3 } from "./s3/call-s3.js";
import type { SdkClient, SdkClientOptions, SdkError } from "./sdk-client.js";
import { selectLinks } from "./select-links.js";
import { callService } from "./services/call-service.js";
import { readSharedConfig } from "./shared-config/read-shared-config.js";
import type { SharedConfig } from "./shared-config/shared-config.js";
import { decideStsEndpoint, type StsEndpoint } from "./sts/decide-sts-endpoint.js";
import { findRegion } from "./sts/find-region.js";

/** Where an S3 client without a region goes. */
const FALLBACK_REGION = "us-east-1";

/** Creates a client that has no credentials yet. */
export function createSdkClient(options: SdkClientOptions): SdkClient {
  const chain = withHabits(selectLinks(options, CHAINS[options.sdk]), options.habits ?? {});
  const cache = createCache(options, chain);
  let place: Place | null = null;
  return {
    async call(call, span) {
      const sharedConfig = readSharedConfig(options, chain.sharedConfig);
      const refusal = refuseMissingProfile(sharedConfig, chain);
      if (refusal !== null) return { ok: false, error: refusal };
      place ??= await findPlace(options, { chain, sharedConfig }, span);
      const found = await cache.get({ sharedConfig, sts: place.sts, span });
      if ("error" in found) return { ok: false, error: found.error };
      const { region } = place;
      const { credentials } = found;
      return "bucket" in call ? callS3(options, { region, call, credentials }, span) : callService(options, { region, call, credentials }, span);
    },
  };
}

/** The SDK's own cache, with what the app does between it and its clients. */
function createCache(options: SdkClientOptions, chain: SdkChain): CredentialCache {
  const { keeps, newClientPerCall = false, assumeRole: role } = options.habits ?? {};
  const create = chain.cache.scope === "disk" || newClientPerCall ? createProcessPerCall : createCredentialCache;
  const takeToken = createTakeToken({ keeps }, options.clock);
  const own = create(options, chain, takeToken);
  const cache = role === undefined ? own : create(options, ownRoleChain(chain, { source: own, role }), takeToken);
  return keeps === "credentials" ? keepFirstCredentials(cache, options.clock) : cache;
}

/** What a client finds out once. */
interface Place {
  readonly region: string;
  readonly sts: StsEndpoint;
}

async function findPlace(
  options: SdkClientOptions,
  { chain, sharedConfig }: { readonly chain: SdkChain; readonly sharedConfig: SharedConfig },
  span: Span,
): Promise<Place> {
  const needsLoadConfig = chain.sharedConfig.configFile === "with-load-config";
  const region = await findRegion({ ...options, sharedConfig, place: chain.sts, needsLoadConfig }, span);
  const profile = sharedConfig.profile(sharedConfig.selected) ?? {};
  const sts = decideStsEndpoint({ place: chain.sts, region, environment: options.environment, profile });
  span.note("sdk.sts-endpoint", { region, ...sts });
  return { region: options.region ?? region ?? FALLBACK_REGION, sts };
}

/** botocore and Go v2 want the profile that is named before they look at anything else. */
function refuseMissingProfile({ selected, selectedBy, profile }: SharedConfig, chain: SdkChain): SdkError | null {
  const { missingProfile } = chain.sharedConfig;
  if (missingProfile === undefined || selectedBy === "nobody" || profile(selected) !== null) return null;
  return localError("ProfileNotFound", missingProfile(selected));
}
