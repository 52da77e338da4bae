import type { ChainLink } from "./chains/chain.js";
import type { CredentialsOrigin, ProviderInput } from "./providers/provider.js";
import { providerOf } from "./providers/providers.js";
import type { SdkCredentials, SdkError } from "./sdk-client.js";

/** What a walk came to. */
export type WalkResult = { readonly credentials: SdkCredentials; readonly winner: ChainLink } | { readonly error: SdkError };

/**
 * Asks the links in order until one has credentials or fails for good; each answer is noted.
 *
 * @param links the whole chain, or only the winner of an earlier walk
 */
export async function walkChain(input: ProviderInput, links: readonly ChainLink[]): Promise<WalkResult> {
  for (const [index, link] of links.entries()) {
    const answer = await providerOf(link)(input);
    const base = {
      position: input.chain.links.indexOf(link) + 1,
      of: input.chain.links.length,
      provider: link.name,
      kind: link.kind,
      verdict: answer.verdict,
      inputs: answer.inputs,
    };
    if (answer.verdict === "skip") {
      input.span.note("sdk.provider", { ...base, reason: answer.reason });
      continue;
    }
    if (answer.verdict === "error") {
      input.span.note("sdk.provider", { ...base, reason: answer.error.message });
      if (link.onError === "continue") continue;
      return { error: answer.error };
    }
    input.span.note("sdk.provider", base);
    noteRest(input, links.slice(index + 1));
    noteCredentials(input, { link, credentials: answer.credentials, about: answer.about });
    return { credentials: answer.credentials, winner: link };
  }
  return { error: { code: "NoCredentials", message: input.chain.nothingFound, wire: null } };
}

function noteRest({ span }: ProviderInput, links: readonly ChainLink[]): void {
  if (links.length > 0) span.note("sdk.providers-not-reached", { providers: links.map(({ name }) => name) });
}

function noteCredentials(
  { span }: ProviderInput,
  found: { readonly link: ChainLink; readonly credentials: SdkCredentials; readonly about: CredentialsOrigin },
): void {
  const { accessKeyId, expiresAt } = found.credentials;
  const expiration = expiresAt === undefined ? {} : { expiration: new Date(expiresAt).toISOString().replace(".000Z", "Z") };
  span.note("sdk.credentials", { provider: found.link.name, source: found.link.kind, accessKeyId, ...found.about, ...expiration });
}
