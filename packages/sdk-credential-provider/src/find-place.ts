import type { Span } from "@irsa-sim/core";
import type { SdkChain } from "./chains/chain.js";
import { type LoadError, localError } from "./load-error.js";
import type { SdkClientOptions } from "./sdk-client.js";
import type { SharedConfig } from "./shared-config/shared-config.js";
import { decideStsEndpoint, type StsEndpoint } from "./sts/decide-sts-endpoint.js";
import { findRegion, meetsEmptyVariable } from "./sts/find-region.js";

/** What a client finds out once. */
export interface Place {
  /** S3's; `null` for its host without a region. */
  readonly region: string | null;
  readonly sts: StsEndpoint;
  /** Of a profile's own AssumeRole. */
  readonly roleSts: StsEndpoint;
  /** Looks for the region of STS's own client, where that does so itself; does nothing the second time. */
  readonly lookAgain: (span: Span) => Promise<void>;
}

/** What a region may be, since it becomes a part of a host's name. */
const HOST_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;
const DEFAULT_ROLE_REGION = "us-east-1";

/** Finds the region, and with it the endpoint of STS; a client that cannot do without a region says so. */
export async function findPlace(
  options: SdkClientOptions,
  { chain, sharedConfig }: { readonly chain: SdkChain; readonly sharedConfig: SharedConfig },
  span: Span,
): Promise<Place | { readonly error: LoadError }> {
  const needsLoadConfig = chain.sharedConfig.configFile === "with-load-config";
  const { emptyVariableError: empty } = chain.sts;
  if (empty !== undefined && meetsEmptyVariable({ ...options, place: chain.sts })) {
    span.note("sdk.sts-endpoint", { region: null, error: empty.message });
    return { error: localError(empty.code, empty.message, { isOfSettings: empty.isOfSettings === true }) };
  }
  const look = (at: Span) => findRegion({ ...options, sharedConfig, place: chain.sts, metadata: chain.metadata, needsLoadConfig }, at);
  const found = await look(span);
  const profile = sharedConfig.profile(sharedConfig.selected) ?? {};
  const endpointIn = (region: string | null) => decideStsEndpoint({ place: chain.sts, region, environment: options.environment, profile });
  const { noRegion } = chain.client;
  const region = options.region ?? found;
  if (region === null && noRegion.take === "error") {
    const message = typeof noRegion.message === "string" ? noRegion.message : noRegion.message(options.environment);
    span.note("sdk.sts-endpoint", { region: null, error: message });
    return { error: localError(noRegion.code, message) };
  }
  const invalid = region === null || HOST_LABEL.test(region) ? null : (chain.client.invalidRegion?.(region) ?? null);
  if (invalid !== null) {
    span.note("sdk.sts-endpoint", { region, error: invalid.message });
    return { error: localError(invalid.code, invalid.message, { isOfSettings: invalid.isOfSettings === true }) };
  }
  const sts = endpointIn(found);
  span.note("sdk.sts-endpoint", { region: found, ...sts });
  return {
    region: region ?? (noRegion.take === "us-east-1" ? noRegion.take : null),
    sts,
    roleSts: chain.sts.assumeRoleRegion === undefined ? sts : endpointIn(profile.region || DEFAULT_ROLE_REGION),
    lookAgain: once(chain.sts.looksAgain === true && options.region === undefined ? look : async () => null),
  };
}

function once(look: (span: Span) => Promise<unknown>): Place["lookAgain"] {
  let isDone = false;
  return async (span) => {
    if (isDone) return;
    isDone = true;
    await look(span);
  };
}
