/**
 * One operation of STS: the form, the request, and another try where this SDK would make one.
 * @see sdk-credential-chains.md, sections 2.1 and 6
 */
import { bodyText, type HttpRequest, type HttpResponse, NetworkError } from "@irsa-sim/core";
import type { StsRefusal } from "../chains/sdk-texts.js";
import { type LoadError, localError } from "../load-error.js";
import type { ProviderInput } from "../providers/provider.js";
import { decideRetry } from "../retry/decide-retry.js";
import type { SdkCredentials } from "../sdk-client.js";
import { findShortParameters } from "./find-short-parameters.js";
import { readAssumedCredentials, readQueryError, whyNoQueryError } from "./read-sts-answer.js";

/** An operation of STS. */
export interface StsOperation {
  readonly action: "AssumeRole" | "AssumeRoleWithWebIdentity";
  readonly roleArn: string;
  /** The form's fields after `Action` and `Version`, read anew for each call. */
  readonly fields: () => Promise<{ readonly form: Readonly<Record<string, string>> } | { readonly error: LoadError }>;
  /** Signs the request, for operations that are signed. */
  readonly sign?: (request: HttpRequest) => Promise<HttpRequest>;
}

/** Credentials, or the error as this SDK raises it. */
export type StsResult = { readonly credentials: SdkCredentials } | { readonly error: LoadError };

/** Calls STS until it answers or the SDK gives up; refusals are results. */
export async function callSts(input: ProviderInput, operation: StsOperation): Promise<StsResult> {
  const { chain, environment, clock, random, sts } = input;
  if ("error" in sts) return { error: localError("MissingRegion", sts.error) };
  if (sts.wantsSigning !== undefined && operation.sign === undefined) return { error: localError("NoCredentials", sts.wantsSigning) };
  await input.lookAgain(input.span);
  const chance = random.stream("retries");
  for (let attempt = 1; ; attempt += 1) {
    const fields = await operation.fields();
    if ("error" in fields) return fields;
    const short = chain.texts.shortParameters === undefined ? [] : findShortParameters(operation.action, fields.form);
    if (short.length > 0) return { error: localError("ParamValidation", chain.texts.shortParameters?.(short) ?? "") };
    const answer = await send(input, operation, { url: sts.url, form: fields.form });
    if ("credentials" in answer) return checkReply(input, answer.credentials);
    const { wire, requestId, unanswered, unreadable } = answer;
    const decision = decideRetry(chain.retry, environment, { ...wire, attempt }, chance.fraction());
    if (decision.act === "give-up") {
      const message = chain.texts.stsRefused({ ...operation, wire, attempts: attempt, isExhausted: decision.isExhausted, requestId, unanswered, unreadable });
      const details = { unanswered, unreadable, isExhausted: decision.isExhausted, action: operation.action };
      const isRefusal = wire.status !== 0 && wire.status !== 200;
      return { error: { code: wire.code, message, wire: isRefusal ? wire : null, details } };
    }
    input.span.note("sdk.sts-retry", { attempt, code: wire.code, pauseMs: decision.pauseMs });
    await clock.sleep(decision.pauseMs);
  }
}

/** Some SDKs look whether what they were given is good at all. */
function checkReply({ chain, clock }: ProviderInput, credentials: SdkCredentials): StsResult {
  const { replyExpired } = chain.texts;
  const hasExpired = credentials.expiresAt !== undefined && credentials.expiresAt <= clock.now();
  return replyExpired !== undefined && hasExpired ? { error: localError("ReplyExpired", replyExpired) } : { credentials };
}

type Answer = { readonly credentials: SdkCredentials } | Pick<StsRefusal, "wire" | "requestId" | "unanswered" | "unreadable">;

async function send(
  input: ProviderInput,
  operation: StsOperation,
  { url, form }: { readonly url: string; readonly form: Readonly<Record<string, string>> },
): Promise<Answer> {
  const body = new URLSearchParams({ Action: operation.action, Version: "2011-06-15", ...form });
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
  const unsigned = { method: "POST", url, headers, body: body.toString() };
  const request = (await operation.sign?.(unsigned)) ?? unsigned;
  try {
    return readAnswer(operation.action, await input.network.send(request, input.span, { name: operation.action, tls: input.tls }));
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { wire: { code: error.code, status: 0, message: error.message }, requestId: "", unanswered: { method: "POST", url, error }, unreadable: null };
  }
}

function readAnswer(action: StsOperation["action"], response: HttpResponse): Answer {
  const body = bodyText(response);
  const { status } = response;
  const requestId = response.headers["x-amzn-requestid"] ?? "";
  if (status !== 200) {
    const why = whyNoQueryError(body);
    return { wire: { ...readQueryError(body), status }, requestId, unanswered: null, unreadable: why === null ? null : { why, status, body } };
  }
  const read = readAssumedCredentials(action, body);
  if ("credentials" in read) return read;
  const message = "STS answered 200 without credentials";
  return { wire: { code: "UnreadableAnswer", status, message }, requestId, unanswered: null, unreadable: { why: read.unreadable, status, body } };
}
