/**
 * A call of any operation, in its API's protocol.
 * Leaves out: retries of the service call, validation of parameters by the SDK, endpoints of an account's own.
 */
import { encodeRequest, parametersOf, RESOURCE_HEADER, readError } from "@irsa-sim/aws-reference";
import { bodyText, type HttpRequest, type HttpResponse, type JsonObject, NetworkError, partitionOf, type Span } from "@irsa-sim/core";
import type { CallResult } from "../call-result.js";
import type { SdkChain } from "../chains/chain.js";
import { type LoadError, localError } from "../load-error.js";
import { findAttempts } from "../retry/decide-retry.js";
import type { SdkClientOptions, SdkCredentials, ServiceCall } from "../sdk-client.js";
import { signRequest } from "../signing/sign-request.js";
import { placeInBucket } from "./place-in-bucket.js";
import { readParameters } from "./read-parameters.js";

/** What is called, and as whom. */
export interface ServiceCallInput {
  readonly chain: SdkChain;
  /** `null` where none is known: the request is for the first region. */
  readonly region: string | null;
  readonly call: ServiceCall;
  /** `null`: the request goes out unsigned. */
  readonly credentials: SdkCredentials | null;
}

const FALLBACK_REGION = "us-east-1";

/** Calls a service; refusals are results. */
export async function callService(options: SdkClientOptions, input: ServiceCallInput, span: Span): Promise<CallResult> {
  const work = span.enter(`Call ${input.call.operation.api.serviceId}`, { step: 9, actor: "sdk" });
  const parameters = readParameters(input.call.parameters, options.files);
  if ("error" in parameters) return { ok: false, error: parameters.error };
  const sent = await sendOperation(options, { ...input, call: { ...input.call, ...parameters } }, work);
  return "error" in sent ? { ok: false, error: sent.error } : { ok: true, status: sent.response.status, body: bodyText(sent.response) };
}

/** Sends one operation: an answer that is no refusal, or the error. */
export async function sendOperation(
  { network, tls, clock, environment }: SdkClientOptions,
  { chain, region: ownRegion, call, credentials }: ServiceCallInput,
  work: Span,
): Promise<{ readonly response: HttpResponse } | { readonly error: LoadError }> {
  const region = ownRegion ?? FALLBACK_REGION;
  const { api, name, operation } = call.operation;
  if (api.protocol === "smithy-rpc-v2-cbor")
    return { error: localError("NotImplemented", `${api.serviceId} is spoken to in CBOR alone, which is not simulated`) };
  const endpoint = api.endpoints[partitionOf(region)];
  if (endpoint === undefined) return { error: localError("UnknownEndpoint", `${api.serviceId} is not in the partition of ${region}`) };
  const unsigned = requestOf(call, `${operation.hostPrefix ?? ""}${endpoint.host.replace("{region}", region)}`);
  const isSigned = credentials !== null && operation.unsigned !== true;
  const signing = { service: api.signingName, region: endpoint.signingRegion ?? region, at: clock.now() };
  const request = isSigned ? await signRequest({ request: unsigned, credentials, ...signing }) : unsigned;
  try {
    const response = await network.send(request, work, { name, tls });
    if (response.status < 300) return { response };
    const wire = { ...readError(response), status: response.status };
    return { error: { code: wire.code, message: wire.message, wire, details: { bucketRegion: response.headers["x-amz-bucket-region"] ?? null } } };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const unanswered = { method: request.method, url: request.url, error };
    const message = chain.texts.serviceUnanswered?.(unanswered, findAttempts(chain.retry, environment)) ?? error.message;
    return { error: { code: error.code, message, wire: null, details: { unanswered } } };
  }
}

function requestOf({ service, operation, action, resource, parameters }: ServiceCall, host: string): HttpRequest {
  const named = resource === undefined ? {} : parametersOf(service, { action, resource, host }, operation);
  const given: JsonObject = { ...named, ...parameters };
  const encoded = encodeRequest(operation, given);
  const { host: ownHost, path } = operation.api.id === "s3" ? placeInBucket({ host, path: encoded.path }, given) : { host, path: encoded.path };
  const isNamed = resource === undefined || Object.values(given).includes(resource) || operation.api.id === "s3";
  const headers = isNamed ? encoded.headers : { ...encoded.headers, [RESOURCE_HEADER]: resource };
  return { method: encoded.method, url: `https://${ownHost}${path}`, headers, body: encoded.body };
}
