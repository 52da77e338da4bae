import { type LoadError, localError } from "../load-error.js";
import type { ProviderInput } from "../providers/provider.js";

/** What some SDKs load by name when they make the exchange: their STS client, and an HTTP client for it. */
export function refuseToLoad({ chain, hasStsModule = true, httpClients = [] }: ProviderInput): LoadError | null {
  const { noStsModule, severalHttpClients } = chain.texts;
  if (noStsModule !== undefined && !hasStsModule) return localError("StsModuleMissing", noStsModule);
  if (severalHttpClients !== undefined && httpClients.length > 1) return localError("SeveralHttpClients", severalHttpClients);
  return null;
}
