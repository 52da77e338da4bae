/**
 * The exchange: reads the token file and posts it to STS unsigned.
 * @see sdk-credential-chains.md, section 2.1; sts-and-iam.md, section 1
 */
import type { Loaded, ProviderInput } from "../providers/provider.js";
import { callSts } from "./call-sts.js";
import { loadThroughDisk } from "./disk-cache.js";
import { readToken } from "./read-token.js";
import { refuseToLoad } from "./refuse-to-load.js";
import { sessionParameters } from "./session-parameters.js";

/** What is exchanged. */
export interface Exchange {
  readonly roleArn: string;
  readonly tokenFile: string;
  /** `null` when neither environment nor profile says it: then the SDK makes one. */
  readonly sessionName: string | null;
}

/** Exchanges the token; refusals are results. */
export async function assumeRoleWithWebIdentity(input: ProviderInput, { roleArn, tokenFile, sessionName: given }: Exchange): Promise<Loaded> {
  const unloadable = refuseToLoad(input);
  if (unloadable !== null) return { error: unloadable };
  const { durationSeconds, sessionPolicies = {} } = input.chain;
  const duration: Record<string, string> = durationSeconds === undefined ? {} : { DurationSeconds: String(durationSeconds) };
  const sessionName = given ?? input.sessionName();
  const fields = async () => {
    const token = await input.takeToken(input.span, () => readToken(input, tokenFile));
    if ("error" in token) return token;
    const ofToken: Record<string, string> = token.text === null ? {} : { WebIdentityToken: token.text };
    return { form: { RoleArn: roleArn, RoleSessionName: sessionName, ...ofToken, ...duration, ...sessionParameters(sessionPolicies) } };
  };
  const load = () => callSts(input, { action: "AssumeRoleWithWebIdentity", roleArn, fields });
  const result = await loadThroughDisk(input, { roleArn, sessionName: given ?? "" }, load);
  return "error" in result ? result : { ...result, about: { roleArn, sessionName } };
}
