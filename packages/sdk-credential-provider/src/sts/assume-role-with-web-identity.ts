/**
 * The exchange: reads the token file and posts it to STS unsigned.
 * @see sdk-credential-chains.md, section 2.1; sts-and-iam.md, section 1
 */
import { localError } from "../local-error.js";
import type { Loaded, ProviderInput } from "../providers/provider.js";
import type { SdkError } from "../sdk-client.js";
import { callSts } from "./call-sts.js";
import { loadThroughDisk } from "./disk-cache.js";
import { readToken } from "./read-token.js";
import { sessionParameters } from "./session-parameters.js";

/** What is exchanged. */
export interface Exchange {
  readonly roleArn: string;
  readonly tokenFile: string;
  /** Empty when neither environment nor profile says it: then the SDK makes one. */
  readonly sessionName: string;
}

/** Exchanges the token; refusals are results. */
export async function assumeRoleWithWebIdentity(input: ProviderInput, { roleArn, tokenFile, sessionName: given }: Exchange): Promise<Loaded> {
  const unloadable = refuseToLoad(input);
  if (unloadable !== null) return { error: unloadable };
  const { durationSeconds, sessionPolicies = {} } = input.chain;
  const duration: Record<string, string> = durationSeconds === undefined ? {} : { DurationSeconds: String(durationSeconds) };
  const sessionName = given || input.sessionName();
  const fields = async () => {
    const token = await input.takeToken(input.span, () => readToken(input, tokenFile));
    return "error" in token
      ? token
      : { form: { RoleArn: roleArn, RoleSessionName: sessionName, WebIdentityToken: token.text, ...duration, ...sessionParameters(sessionPolicies) } };
  };
  const load = () => callSts(input, { action: "AssumeRoleWithWebIdentity", roleArn, fields });
  const result = await loadThroughDisk(input, { roleArn, sessionName: given }, load);
  return "error" in result ? result : { ...result, about: { roleArn, sessionName } };
}

/** What some SDKs load by name when they make the exchange: their STS client, and an HTTP client for it. */
function refuseToLoad({ chain, hasStsModule = true, httpClients = [] }: ProviderInput): SdkError | null {
  const { noStsModule, severalHttpClients } = chain.texts;
  if (noStsModule !== undefined && !hasStsModule) return localError("StsModuleMissing", noStsModule);
  if (severalHttpClients !== undefined && httpClients.length > 1) return localError("SeveralHttpClients", severalHttpClients);
  return null;
}
