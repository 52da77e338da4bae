import type { SdkChain } from "./chains/chain.js";
import type { Access } from "./find-credentials.js";
import type { LoadError } from "./load-error.js";
import type { CredentialCache } from "./refresh/credential-cache.js";
import { findAttempts, isPassing } from "./retry/decide-retry.js";
import type { SdkClientOptions, SdkCredentials } from "./sdk-client.js";

/** Where a call takes its credentials from. */
export interface AccessInput {
  readonly chain: SdkChain;
  readonly cache: CredentialCache;
  readonly access: Access;
}

/** Credentials, `null` for a request that goes out unsigned, or the error, with the number of rounds where it looked as if it would pass. */
export type Accessed =
  | { readonly credentials: SdkCredentials | null }
  | { readonly error: LoadError; readonly exhaustedRounds: number | null; readonly access: number };

/** Takes the credentials of one call, as often and as stubbornly as the SDK's client does. */
export async function accessCredentials(options: SdkClientOptions, { chain, cache, access }: AccessInput): Promise<Accessed> {
  const { accesses = 1, onCredentialsError } = chain.client;
  for (let rounds = 1; ; rounds += 1) {
    // What was good when the request was looked at is not looked at again.
    const from = rounds > 1 && onCredentialsError === "repeats-signing" ? accesses : 1;
    const found = await accessInRound({ from, accesses }, { chain, cache, access });
    if (!("error" in found)) return found;
    const repeats = onCredentialsError === "repeats" || (onCredentialsError === "repeats-signing" && found.access === accesses);
    if (!repeats || !passes(found.error)) return { ...found, exhaustedRounds: null };
    if (rounds >= findAttempts(chain.retry, options.environment)) return { ...found, exhaustedRounds: rounds };
    const pauseMs = chain.retry.pauseMs(rounds, options.random.stream("retries").fraction());
    access.span.note("sdk.call-again", { round: rounds, code: found.error.code, pauseMs });
    await options.clock.sleep(pauseMs);
  }
}

/** Some clients ask a second time when they sign; what they are told then counts. */
async function accessInRound(
  { from, accesses }: { readonly from: number; readonly accesses: number },
  { chain, cache, access }: AccessInput,
): Promise<{ readonly credentials: SdkCredentials | null } | { readonly error: LoadError; readonly access: number }> {
  for (let count = from; ; count += 1) {
    const found = await cache.get(access);
    const sendsUnsigned = chain.client.onCredentialsError === "sends-unsigned" && "error" in found && found.error.details?.isFatal !== true;
    if (sendsUnsigned) access.span.note("sdk.credentials-error-swallowed", { code: found.error.code, message: found.error.message });
    if ("error" in found && !sendsUnsigned) return { ...found, access: count };
    if (count >= accesses) return "error" in found ? { credentials: null } : found;
  }
}

/** What the client's own rule for another call sees of an error: what STS said, or that nobody answered. */
function passes({ wire, code, details }: LoadError): boolean {
  if (wire !== null) return isPassing(wire);
  const { metadataStatus, containerStatus: status = metadataStatus } = details ?? {};
  if (details?.containerSilence !== undefined) return isPassing({ code, status: 0 });
  if (status !== undefined) return metadataStatus === 401 || isPassing({ code, status });
  return details?.unanswered != null && details.isCancelled !== true && isPassing({ code, status: 0 });
}
