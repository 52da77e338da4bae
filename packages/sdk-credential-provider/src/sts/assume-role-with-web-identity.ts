/**
 * The exchange: reads the token file and posts it to STS unsigned.
 * @see sdk-credential-chains.md, section 2.1; sts-and-iam.md, section 1
 */
import { FileError } from "@irsa-sim/core";
import { type Loaded, localError, type ProviderInput } from "../providers/provider.js";
import type { SdkError } from "../sdk-client.js";
import { callSts } from "./call-sts.js";
import { loadThroughDisk } from "./disk-cache.js";

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
  const { durationSeconds } = input.chain;
  const duration: Record<string, string> = durationSeconds === undefined ? {} : { DurationSeconds: String(durationSeconds) };
  const sessionName = given || input.sessionName();
  const fields = async () => {
    const token = await readToken(input, tokenFile);
    return "error" in token ? token : { form: { RoleArn: roleArn, RoleSessionName: sessionName, WebIdentityToken: token.text, ...duration } };
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

/** The file's content goes on the wire as it is, a line break included, except where an SDK takes the first line only. */
async function readToken(
  { files, chain, clock, webIdentityToken }: ProviderInput,
  path: string,
): Promise<{ readonly text: string } | { readonly error: SdkError }> {
  if (webIdentityToken?.sends === "path") return { text: path };
  const { content, reads, retriesOn, pauseMs } = chain.tokenFile;
  for (let attempt = 1; ; attempt += 1) {
    const text = readText(files, path);
    const isText = typeof text === "string";
    if (isText && (text !== "" || retriesOn !== "empty")) return { text: content === "first-line" ? (text.split(/\r?\n/)[0] as string) : text };
    const { code, message, why } = isText ? EMPTY : ({ code: text.code, message: text.message, why: "unreadable" } as const);
    if (why !== retriesOn || attempt >= reads) return { error: localError(code, chain.texts.tokenFileUnreadable(path, message, why)) };
    await clock.sleep(pauseMs(attempt));
  }
}

const EMPTY = { code: "EmptyTokenFile", message: "the file is empty", why: "empty" } as const;

function readText(files: ProviderInput["files"], path: string): string | FileError {
  try {
    return new TextDecoder().decode(files.read(path));
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}
