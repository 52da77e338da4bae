import { UsageError } from "../usage-error.js";

/**
 * Reads `--sdk`: `go-v2`, or with its release `go-v1@1.12.199`.
 *
 * @throws {UsageError} for a release that is none
 */
export function parseSdk(text: string | undefined): { readonly sdk: string | null; readonly sdkVersion: string | null } {
  if (text === undefined) return { sdk: null, sdkVersion: null };
  const [, sdk = text, sdkVersion = null] = /^([^@]+)@(.+)$/.exec(text) ?? [];
  if (sdkVersion !== null && !/^\d+(\.\d+){0,3}$/.test(sdkVersion)) throw new UsageError(`--sdk: a release such as 1.12.199, found "${sdkVersion}"`);
  return { sdk, sdkVersion };
}
