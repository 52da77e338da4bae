/** The signed AssumeRole behind a profile with `role_arn` and a source of credentials (sdk-credential-chains.md, section 3). */
import type { HttpRequest } from "@irsa-sim/core";
import type { Loaded, ProviderInput } from "../providers/provider.js";
import type { SdkCredentials } from "../sdk-client.js";
import { signRequest } from "../signing/sign-request.js";
import { callSts } from "./call-sts.js";
import { loadThroughDisk } from "./disk-cache.js";
import { refuseToLoad } from "./refuse-to-load.js";
import { type SessionWishes, sessionParameters } from "./session-parameters.js";

/** Who assumes what. */
export interface RoleAssumption {
  readonly roleArn: string;
  /** Empty when the profile does not say. */
  readonly sessionName: string;
  readonly source: SdkCredentials;
  /** Not sent when absent. */
  readonly durationSeconds?: number | undefined;
  readonly wishes?: SessionWishes;
}

/** Assumes the role with the source's credentials; refusals are results. */
export async function assumeRole(input: ProviderInput, { roleArn, sessionName, source, durationSeconds, wishes = {} }: RoleAssumption): Promise<Loaded> {
  const unloadable = refuseToLoad(input);
  if (unloadable !== null) return { error: unloadable };
  const { roleSts: sts, clock, chain } = input;
  const span = input.span.enter("Assume a role with credentials", { step: 8, actor: "sdk" });
  const name = sessionName || (chain.sessionName.assumeRole?.(clock.now()) ?? input.sessionName());
  const region = "error" in sts ? "" : sts.region;
  const duration: Record<string, string> = durationSeconds === undefined ? {} : { DurationSeconds: String(durationSeconds) };
  const fields = async () => ({ form: { RoleArn: roleArn, RoleSessionName: name, ...duration, ...sessionParameters(wishes) } });
  const sign = (request: HttpRequest) => signRequest({ request, service: "sts", region, credentials: source, at: clock.now() });
  const load = () => callSts({ ...input, sts, span }, { action: "AssumeRole", roleArn, fields, sign });
  const result = await loadThroughDisk(input, { roleArn, sessionName }, load);
  return "error" in result ? result : { ...result, about: { roleArn, sessionName: name } };
}
