/**
 * An AWS SDK as an app sees it: one service client with the SDK's own default credential chain, cache and refresh.
 * Leaves out: retries of the service call.
 * @see sdk-credential-chains.md, section 9
 */
import type { Span } from "@irsa-sim/core";
import { accessCredentials } from "./access-credentials.js";
import { keepFirstCredentials } from "./app/keep-credentials.js";
import { createTakeToken } from "./app/keep-token.js";
import { ownRoleChain } from "./app/own-role.js";
import { withHabits } from "./app/with-habits.js";
import type { CallResult } from "./call-result.js";
import type { SdkChain } from "./chains/chain.js";
import { CHAINS } from "./chains/chains.js";
import type { CalledOperation } from "./chains/sdk-texts.js";
import { findPlace, type Place } from "./find-place.js";
import { metadataSession } from "./imds/metadata-session.js";
import { raise } from "./raise.js";
import { createCredentialCache, createProcessPerCall } from "./refresh/create-credential-cache.js";
import type { CredentialCache } from "./refresh/credential-cache.js";
import { refuseSettings } from "./refuse-settings.js";
import { callS3 } from "./s3/call-s3.js";
import type { SdkCall, SdkCallResult, SdkClient, SdkClientOptions } from "./sdk-client.js";
import { selectLinks } from "./select-links.js";
import { callService, type ServiceCallInput } from "./services/call-service.js";
import { uploadInParts } from "./services/upload-in-parts.js";
import { withProfileSettings } from "./shared-config/profile-settings.js";
import { readSharedConfig } from "./shared-config/read-shared-config.js";

/** Creates a client that has no credentials yet. */
export function createSdkClient(options: SdkClientOptions): SdkClient {
  const chain = withHabits(selectLinks(options, CHAINS[options.sdk]), options.habits ?? {});
  const cache = createCache(options, chain);
  let place: Place | null = null;
  return {
    async call(call, span) {
      const called = calledBy(call);
      const sharedConfig = readSharedConfig(options, chain.sharedConfig);
      const told = { ...options, environment: withProfileSettings(options.environment, sharedConfig, chain.sharedConfig.ignoresSettings) };
      const refusal = refuseSettings({ chain, sharedConfig, environment: told.environment });
      if (refusal !== null) return { ok: false, error: raise(chain, refusal, { place: "settings", called }) };
      if (place === null) {
        const found = await findPlace(told, { chain, sharedConfig }, span);
        if ("error" in found) return { ok: false, error: raise(chain, found.error, { place: "region", called }) };
        place = found;
      }
      return carryOut(told, { chain, cache, place, call, sharedConfig }, span);
    },
  };
}

type Caller = Omit<ServiceCallInput, "call">;

function callOnce(options: SdkClientOptions, caller: Caller, { call, span }: { readonly call: SdkCall; readonly span: Span }): Promise<CallResult> {
  if ("bucket" in call) return callS3(options, { ...caller, call }, span);
  return (call.inParts === true ? uploadInParts : callService)(options, { ...caller, call }, span);
}

function calledBy(call: SdkCall): CalledOperation {
  return "bucket" in call ? { serviceId: "S3", operation: "GetObject" } : { serviceId: call.operation.api.serviceId, operation: call.operation.name };
}

/** For AssumeRoleWithWebIdentity and its like nobody looks for credentials. */
function isUnsigned(call: SdkCall): boolean {
  return "operation" in call && call.operation.operation.unsigned === true;
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

/** What a call is made with. */
interface Work {
  readonly chain: SdkChain;
  readonly cache: CredentialCache;
  readonly place: Place;
  readonly call: SdkCall;
  readonly sharedConfig: ReturnType<typeof readSharedConfig>;
}

async function carryOut(options: SdkClientOptions, { chain, cache, place, call, sharedConfig }: Work, span: Span): Promise<SdkCallResult> {
  const called = calledBy(call);
  const { credentials: tries, timeoutMs } = chain.metadata;
  const metadata = metadataSession(options, { tries, timeoutMs });
  const access = { environment: options.environment, sharedConfig, sts: place.sts, roleSts: place.roleSts, lookAgain: place.lookAgain, metadata, span };
  const found = isUnsigned(call) ? { credentials: null } : await accessCredentials(options, { chain, cache, access });
  if ("error" in found)
    return { ok: false, error: raise(chain, found.error, { place: "credentials", called, exhaustedRounds: found.exhaustedRounds, access: found.access }) };
  const { credentials } = found;
  const callIn = (region: string | null) => callOnce(options, { chain, region, credentials }, { call, span });
  const first = await callIn(place.region);
  const elsewhere = first.ok || chain.client.followsBucketRegion !== true ? null : (first.error.details?.bucketRegion ?? null);
  if (elsewhere !== null) span.note("sdk.bucket-region", { from: place.region, to: elsewhere });
  const result = elsewhere === null ? first : await callIn(elsewhere);
  return result.ok ? result : { ok: false, error: raise(chain, result.error, { place: "service", called }) };
}
