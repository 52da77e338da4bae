/**
 * The exchange: reads the token file, posts it to STS unsigned, and tries again as this SDK would.
 * @see sdk-credential-chains.md, section 2.1; sts-and-iam.md, section 1
 */
import { bodyText, FileError, type HttpResponse, NetworkError } from "@irsa-sim/core";
import type { ProviderInput } from "../providers/provider.js";
import type { SdkCredentials, SdkError, WireError } from "../sdk-client.js";
import { readAssumedCredentials, readQueryError } from "./read-sts-answer.js";

/** What is exchanged. */
export interface Exchange {
  readonly roleArn: string;
  readonly tokenFile: string;
  readonly sessionName: string;
}

const FIRST_PAUSE_MS = 100;

/** Exchanges the token; refusals are results. */
export async function assumeRoleWithWebIdentity(
  input: ProviderInput,
  exchange: Exchange,
): Promise<{ readonly credentials: SdkCredentials } | { readonly error: SdkError }> {
  for (let attempt = 1; ; attempt += 1) {
    const token = readToken(input, exchange.tokenFile);
    if (typeof token !== "string") return token;
    const answer = await send(input, exchange, token);
    if ("credentials" in answer) return answer;
    const attempts = input.chain.stsAttempts[answer.wire.code] ?? 1;
    if (attempt >= attempts)
      return {
        error: { code: answer.wire.code, message: input.chain.exchangeError(exchange.roleArn, answer.wire), wire: answer.status === null ? null : answer.wire },
      };
    await input.clock.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

/** The file's content goes on the wire as it is; it is read anew for each call. */
function readToken({ files }: ProviderInput, path: string): string | { readonly error: SdkError } {
  try {
    return new TextDecoder().decode(files.read(path));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { error: { code: error.code, message: error.message, wire: null } };
  }
}

type Answer = { readonly credentials: SdkCredentials } | { readonly wire: WireError; readonly status: number | null };

async function send(input: ProviderInput, { roleArn, sessionName }: Exchange, token: string): Promise<Answer> {
  const form = new URLSearchParams({
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    WebIdentityToken: token,
  });
  const request = {
    method: "POST",
    url: `https://sts.${input.region}.amazonaws.com/`,
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
    body: form.toString(),
  };
  try {
    const response = await input.network.send(request, input.span, { name: "AssumeRoleWithWebIdentity", tls: input.tls });
    return readAnswer(response);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { wire: { code: error.code, status: 0, message: error.message }, status: null };
  }
}

function readAnswer(response: HttpResponse): Answer {
  const body = bodyText(response);
  if (response.status === 200) return { credentials: readAssumedCredentials(body) };
  return { wire: { ...readQueryError(body), status: response.status }, status: response.status };
}
