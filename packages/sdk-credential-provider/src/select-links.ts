/**
 * The links that an app's client has: the SDK's default chain, or what of it a release, a profile in code or the app's own code leaves.
 * Differs from old releases in all but web identity: their other providers, texts and windows are those of the release whose chain stands here.
 */
import type { JsonObject } from "@irsa-sim/core";
import type { ChainLink, SdkChain } from "./chains/chain.js";
import { isOlder } from "./chains/is-older.js";
import { setVariables } from "./providers/set-variables.js";
import { WEB_IDENTITY_VARIABLES } from "./providers/web-identity.js";
import type { SdkClientOptions } from "./sdk-client.js";

/** The SDK with the links of an app's client. */
export function selectLinks(options: SdkClientOptions, chain: SdkChain): SdkChain {
  const release = ofRelease(options, chain);
  const named = options.webIdentityToken === undefined ? options.providers : (["web-identity"] as const);
  if (named === undefined) {
    const isBypassed = options.profile !== undefined && chain.sharedConfig.profileInCodeBypassesChain === true;
    return isBypassed ? { ...release, links: ofKind(release.links, "profile") } : release;
  }
  const links = named.flatMap((kind) => ofKind(release.links, kind));
  return {
    ...release,
    // Without a chain around it a provider's own error is what the app gets.
    links: links.length === 1 ? links.map((link) => ({ ...link, onError: "fail" as const })) : links,
    departures: { ...release.departures, "sdk.providers-in-code": { providers: describe(links), insteadOf: describe(release.links), ...ignored(options) } },
  };
}

function ofRelease(options: SdkClientOptions, chain: SdkChain): SdkChain {
  const { sdk, sdkVersion } = options;
  const { links, webIdentitySince: since } = chain;
  if (sdkVersion === undefined || since === undefined || !isOlder(sdkVersion, since)) return chain;
  return {
    ...chain,
    links: links.filter(({ kind }) => kind !== "web-identity"),
    departures: { "sdk.release-without-provider": { sdk, version: sdkVersion, since, lacks: describe(ofKind(links, "web-identity")), ...ignored(options) } },
  };
}

/** What of web identity the container has, whoever reads it. */
function ignored({ environment }: SdkClientOptions): JsonObject {
  return { webIdentityVariables: [...setVariables(environment, WEB_IDENTITY_VARIABLES)] };
}

function ofKind(links: readonly ChainLink[], kind: ChainLink["kind"]): readonly ChainLink[] {
  return links.filter((link) => link.kind === kind);
}

function describe(links: readonly ChainLink[]): JsonObject[] {
  return links.map(({ name, kind }) => ({ provider: name, kind }));
}
