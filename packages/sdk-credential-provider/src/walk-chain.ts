import type { ChainLink, SdkChain } from "./chains/chain.js";
import type { Attempt } from "./chains/sdk-texts.js";
import { type LoadError, localError } from "./load-error.js";
import { answerWith } from "./providers/answer-with.js";
import type { CredentialsOrigin, ProviderInput, SettledAnswer } from "./providers/provider.js";
import type { SdkCredentials } from "./sdk-client.js";

/** What a walk came to; without credentials and error the SDK sends its request unsigned. */
export type WalkResult = { readonly credentials: SdkCredentials; readonly winner: ChainLink } | { readonly error: LoadError } | { readonly unsigned: true };

/** What the links are asked with, and the chain in which they stand. */
interface Walk extends ProviderInput {
  readonly chain: SdkChain;
}

/**
 * Asks the links in order until one has credentials or fails for good; each answer is noted.
 *
 * @param links the whole chain, or only the winner of an earlier walk
 */
export async function walkChain(input: Walk, links: readonly ChainLink[]): Promise<WalkResult> {
  const attempts: Attempt[] = [];
  for (const [index, link] of links.entries()) {
    const answer = await askLink(input, link, links.slice(index + 1));
    noteAnswer(input, link, answer);
    if (answer.verdict === "match") {
      noteRest(input, links.slice(index + 1));
      noteCredentials(input, { link, credentials: answer.credentials, about: answer.about });
      return { credentials: answer.credentials, winner: link };
    }
    if (answer.verdict === "error" && (link.onError === "fail" || answer.isFinal === true)) return { error: answer.error };
    attempts.push({ provider: link.name, message: answer.verdict === "error" ? answer.error.message : answer.reason });
  }
  const message = input.chain.texts.nothingFound(attempts);
  return message === null ? { unsigned: true } : { error: localError("NoCredentials", message) };
}

/** Settles an answer that was chosen before STS was called: from then on no other provider is asked, whatever STS says. */
async function askLink(input: Walk, link: ChainLink, rest: readonly ChainLink[]): Promise<SettledAnswer> {
  const answer = await link.ask(input);
  if (answer.verdict !== "chosen") return answer;
  input.span.note("sdk.chosen", { provider: link.name, state: "chosen, not yet proven", neverAsked: rest.map(({ name }) => name) });
  const settled = answerWith(await answer.load(), answer.inputs);
  return settled.verdict === "error" ? { ...settled, isFinal: true } : settled;
}

function noteAnswer({ chain, span }: Walk, link: ChainLink, answer: SettledAnswer): void {
  const base = {
    position: chain.links.findIndex(({ name }) => name === link.name) + 1,
    of: chain.links.length,
    provider: link.name,
    kind: link.kind,
    verdict: answer.verdict,
    inputs: answer.inputs,
  };
  const phase = link.kind === "web-identity" && answer.verdict !== "skip" ? { stsCallPhase: chain.stsCallPhase } : {};
  const reason =
    answer.verdict === "skip" ? { reason: answer.reason } : answer.verdict === "error" ? { code: answer.error.code, reason: answer.error.message } : {};
  span.note("sdk.provider", { ...base, ...phase, ...reason });
}

function noteRest({ span, environment, sharedConfig }: ProviderInput, links: readonly ChainLink[]): void {
  if (links.length === 0) return;
  span.note("sdk.providers-not-reached", { providers: links.map(({ name }) => name) });
  const webIdentity = links.find(({ kind }) => kind === "web-identity");
  if (webIdentity !== undefined && environment.AWS_WEB_IDENTITY_TOKEN_FILE && environment.AWS_ROLE_ARN)
    span.note("sdk.web-identity-shadowed", { provider: webIdentity.name, message: "web identity is configured but stands after the provider that won" });
  const keys = links.find(({ kind }) => kind === "env");
  if (keys !== undefined && environment.AWS_ACCESS_KEY_ID && environment.AWS_SECRET_ACCESS_KEY)
    span.note("sdk.keys-shadowed", { provider: keys.name, accessKeyId: environment.AWS_ACCESS_KEY_ID });
  const profile = links.find(({ kind }) => kind === "profile");
  const accessKeyId = profile === undefined ? undefined : sharedConfig.profile(sharedConfig.selected)?.aws_access_key_id;
  if (profile !== undefined && accessKeyId !== undefined)
    span.note("sdk.profile-shadowed", { provider: profile.name, file: sharedConfig.paths.credentials, profile: sharedConfig.selected, accessKeyId });
}

function noteCredentials(
  { span }: ProviderInput,
  found: { readonly link: ChainLink; readonly credentials: SdkCredentials; readonly about: CredentialsOrigin },
): void {
  const { accessKeyId, expiresAt } = found.credentials;
  const expiration = expiresAt === undefined ? {} : { expiration: new Date(expiresAt).toISOString().replace(".000Z", "Z") };
  span.note("sdk.credentials", { provider: found.link.name, source: found.link.kind, accessKeyId, ...found.about, ...expiration });
}
