/**
 * The AWS CLI's cache in `~/.aws/cli/cache`: neither token nor cluster takes part in the key, so pods that share a home directory share credentials.
 * @see sdk-credential-chains.md, section 3.4
 */
import { FileError } from "@irsa-sim/core";
import type { ProviderInput } from "../providers/provider.js";
import { readIfReadable } from "../read-if-readable.js";
import type { SdkCredentials } from "../sdk-client.js";
import type { StsResult } from "./call-sts.js";

/** What the key is made from. */
export interface CacheKey {
  readonly roleArn: string;
  /** Empty unless the environment or a profile says it. */
  readonly sessionName: string;
}

interface CachedAnswer {
  readonly Credentials: { readonly AccessKeyId: string; readonly SecretAccessKey: string; readonly SessionToken: string; readonly Expiration: string };
}

/** Takes credentials from the cache while they are good for long enough, else loads and keeps them. */
export async function loadThroughDisk(input: ProviderInput, key: CacheKey, load: () => Promise<StsResult>): Promise<StsResult> {
  if (input.chain.cache.scope !== "disk") return load();
  const path = await cachePath(input, key);
  const cached = read(input, path);
  if (cached !== null) {
    input.span.note("sdk.disk-cache", { path, accessKeyId: cached.accessKeyId });
    return { credentials: cached };
  }
  const result = await load();
  if ("credentials" in result) write(input, path, result.credentials);
  return result;
}

/** SHA-1 over the arguments as Python's `json.dumps` prints them, sorted. */
async function cachePath({ environment }: ProviderInput, { roleArn, sessionName }: CacheKey): Promise<string> {
  const session = sessionName === "" ? "" : `, "RoleSessionName": ${JSON.stringify(sessionName)}`;
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(`{"RoleArn": ${JSON.stringify(roleArn)}${session}}`));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${environment.HOME || "/root"}/.aws/cli/cache/${hex}.json`;
}

function read({ files, clock, chain }: ProviderInput, path: string): SdkCredentials | null {
  const text = readIfReadable(files, path);
  if (text === null) return null;
  const { Credentials } = JSON.parse(text) as CachedAnswer;
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials;
  const expiresAt = Date.parse(Expiration);
  if (expiresAt - clock.now() <= chain.cache.blockingSeconds * 1000) return null;
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiresAt };
}

/** A home directory that cannot be written to is no reason to fail here: the credentials are simply not kept. */
function write({ files, span }: ProviderInput, path: string, { accessKeyId, secretAccessKey, sessionToken = "", expiresAt = 0 }: SdkCredentials): void {
  const Expiration = new Date(expiresAt).toISOString().replace(".000Z", "Z");
  const answer: CachedAnswer = { Credentials: { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken, Expiration } };
  try {
    files.makeDirectory(path.slice(0, path.lastIndexOf("/")), 0o700);
    files.write(path, new TextEncoder().encode(JSON.stringify(answer)), 0o600);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    span.note("sdk.disk-cache-not-written", { path, message: error.message });
  }
}
