/**
 * AWS Security Token Service for one region: its front door. What an action does stands in `actions/`, with the order of checks, codes and texts of AWS.
 * @see sts-and-iam.md, sections 1 to 5
 */
import { bodyBytes, type Handler, type HttpRequest, type HttpResponse, type Span } from "@irsa-sim/core";
import { createAuthenticate, parseQueryRequest, type QueryRequest, renderQueryError, renderQueryResponse } from "@irsa-sim/iam";
import { STS_ACTIONS } from "./actions/actions.js";
import type { StsAction } from "./actions/sts-action.js";
import { createVerificationKeys } from "./keys/verification-keys.js";
import { createRateLimit } from "./rate-limit.js";
import type { Sts, StsOptions } from "./sts-options.js";
import { renderJsonFault, renderJsonResult } from "./wire/render-json.js";
import { STS_FAULTS, StsFault } from "./wire/sts-fault.js";

const VERSION = "2011-06-15";
const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
/** The namespace of answers about operations that do not exist. */
const DISPATCH_NAMESPACE = "http://webservices.amazon.com/AWSFault/2005-15-09";
const MAX_BODY_BYTES = 10_000_000;

/**
 * Creates STS's handler for `sts.<region>.amazonaws.com`. It records the checks in step 7 and the issue of credentials in step 8.
 *
 * @example
 * const handler = createSts({ region: "eu-west-1", iam, sessions, network, clock, random, publicAnchors: [publicRoot] });
 * hosts.listen({ host: "sts.eu-west-1.amazonaws.com", actor: "sts", handler, certificate });
 */
export function createSts(options: StsOptions): Handler {
  const { rateLimit } = options;
  const sts: Sts = {
    ...options,
    keys: createVerificationKeys(options),
    authenticate: createAuthenticate(options),
    takeCall: rateLimit === undefined ? null : createRateLimit(rateLimit, options.clock),
  };
  return async (request, span) => {
    if (bodyBytes(request).byteLength > MAX_BODY_BYTES) return { status: 413, headers: {}, body: "" };
    const call = { request, requestId: options.random.uuid() };
    return withServiceHeaders(await answer(sts, call, span), call.requestId, options);
  };
}

interface Call {
  readonly request: HttpRequest;
  readonly requestId: string;
}

async function answer(sts: Sts, call: Call, span: Span): Promise<HttpResponse> {
  const { request } = call;
  if (new URL(request.url).pathname !== "/") return { status: 404, headers: {}, body: "<UnknownOperationException/>" };
  const query = parseQueryRequest(request);
  if (query === null || query.action === null) return { status: 302, headers: { location: "https://aws.amazon.com/iam" }, body: "" };
  try {
    checkRate(sts, span);
    const result = await requireOperation(query)({ sts, ...call, query, span });
    if (wantsJson(request)) return renderJsonResult(query.action, result, call.requestId);
    return renderQueryResponse({ action: query.action, namespace: NAMESPACE, result, requestId: call.requestId, now: sts.clock.now() });
  } catch (error) {
    if (error instanceof StsFault) return renderFault(sts, call, error);
    throw error;
  }
}

/** @throws {StsFault} `Throttling` */
function checkRate({ rateLimit, takeCall }: Sts, span: Span): void {
  if (rateLimit === undefined || takeCall === null || takeCall()) return;
  span.enter("Count the calls", { step: 7, actor: "sts" }).check({
    check: "sts.rate-limit",
    title: "calls within the limit",
    passed: false,
    expected: { value: `at most ${rateLimit.calls} calls in ${rateLimit.perMs / 1000} s` },
    actual: { value: "one more" },
    reason: "throttled",
  });
  throw STS_FAULTS.throttled();
}

function requireOperation({ action, version }: QueryRequest): StsAction {
  const found = version === VERSION ? STS_ACTIONS.get(action ?? "") : undefined;
  if (found !== undefined) return found;
  throw STS_FAULTS.operationNotFound(action ?? "", version ?? "NO_VERSION_SPECIFIED");
}

function renderFault(sts: Sts, { request, requestId }: Call, fault: StsFault): HttpResponse {
  if (wantsJson(request)) return renderJsonFault(fault, requestId);
  const namespace = fault.origin === "dispatch" ? DISPATCH_NAMESPACE : NAMESPACE;
  return renderQueryError({ namespace, code: fault.code, message: fault.text, status: fault.status, requestId, now: sts.clock.now() });
}

function wantsJson({ headers }: HttpRequest): boolean {
  return (headers.accept ?? "").split(",").some((range) => range.split(";")[0]?.trim().toLowerCase() === "application/json");
}

/** Headers that every answer of the service carries; the second id is opaque. */
function withServiceHeaders(response: HttpResponse, requestId: string, { clock, random }: StsOptions): HttpResponse {
  const headers = {
    "content-length": String(bodyBytes(response).byteLength),
    date: new Date(clock.now()).toUTCString(),
    ...response.headers,
    "x-amzn-requestid": requestId,
    "x-amz-sts-extended-request-id": btoa(String.fromCharCode(...random.bytes(24))),
  };
  return { ...response, headers };
}
