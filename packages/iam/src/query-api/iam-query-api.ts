/**
 * IAM's query API under `iam.amazonaws.com`: signed calls of an administrator, each working on the caller's own account.
 * Leaves out: all actions but those in `actions/`.
 * @see sts-and-iam.md, section 4.1
 */
import type { Clock, Handler, HttpRequest, HttpResponse, Random, Span } from "@irsa-sim/core";
import type { Account, Iam } from "../accounts/account.js";
import { accountOfArn } from "../accounts/identifiers/account-of-arn.js";
import type { Authenticate } from "../authentication/authentication.js";
import { checkAuthorization } from "./check-authorization.js";
import { IAM_ACTIONS } from "./iam-actions.js";
import type { IamAction } from "./iam-call.js";
import { IAM_FAULTS, IamFault, iamAuthenticationFault } from "./iam-fault.js";
import { parseQueryRequest, type QueryRequest } from "./query-protocol.js";
import { renderQueryError, renderQueryResponse } from "./render-query-response.js";

/** What the API works with. */
export interface IamQueryApiOptions {
  readonly iam: Iam;
  readonly authenticate: Authenticate;
  /** The one region of its partition that signatures for IAM name: `us-east-1`. */
  readonly region: string;
  readonly clock: Clock;
  readonly random: Random;
}

const VERSION = "2010-05-08";
const NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";
/** The namespace of answers about operations that do not exist. */
const DISPATCH_NAMESPACE = "http://webservices.amazon.com/AWSFault/2005-15-09";

/** Creates the handler of `iam.amazonaws.com`. */
export function createIamQueryApi(options: IamQueryApiOptions): Handler {
  return async (request, span) => {
    const query = parseQueryRequest(request);
    const answer = { requestId: options.random.uuid(), now: options.clock.now() };
    if (query === null || query.action === null)
      return { status: 302, headers: { location: "https://aws.amazon.com/iam", "x-amzn-requestid": answer.requestId }, body: "" };
    const action = query.version === VERSION ? IAM_ACTIONS.get(query.action) : undefined;
    if (action === undefined) {
      const { code, message, status } = IAM_FAULTS.operationNotFound(query.action, query.version ?? "NO_VERSION_SPECIFIED");
      return renderQueryError({ namespace: DISPATCH_NAMESPACE, code, message, status, ...answer });
    }
    return perform(options, { request, query, action, span: span.enter(query.action), answer });
  };
}

interface Performance {
  readonly request: HttpRequest;
  readonly query: QueryRequest;
  readonly action: IamAction;
  readonly span: Span;
  readonly answer: { readonly requestId: string; readonly now: ReturnType<Clock["now"]> };
}

async function perform(options: IamQueryApiOptions, { request, query, action, span, answer }: Performance): Promise<HttpResponse> {
  try {
    const account = await admit(options, { request, query, span });
    const result = action({ account, iam: options.iam, query, clock: options.clock, random: options.random, span });
    return renderQueryResponse({ action: query.action ?? "", namespace: NAMESPACE, result, ...answer });
  } catch (error) {
    if (!(error instanceof IamFault)) throw error;
    span.check({
      check: "iam.call",
      title: "IAM carries the call out",
      passed: false,
      expected: { value: `${query.action} succeeds` },
      actual: { value: error.message },
      ...error.finding,
      reason: error.code,
    });
    return renderQueryError({ namespace: NAMESPACE, code: error.code, message: error.text, status: error.status, ...answer });
  }
}

/** @throws {IamFault} when the signature is not good, or the caller's policies do not allow the action */
async function admit(
  { iam, authenticate, clock, region }: IamQueryApiOptions,
  { request, query, span }: Pick<Performance, "request" | "query" | "span">,
): Promise<Account> {
  const found = await authenticate({ request, service: "iam", region, now: clock.now() });
  const problem = "problem" in found ? found.problem : null;
  span.check({
    check: "iam.authentication",
    title: "signature",
    passed: problem === null,
    expected: { value: problem?.expected ?? "signed by a known key" },
    actual: { value: problem?.actual ?? ("caller" in found ? found.caller.arn : "") },
    ...(problem === null ? {} : { reason: problem.reason }),
  });
  if ("problem" in found) throw iamAuthenticationFault(found.problem);
  const account = iam.account(accountOfArn(found.caller.arn));
  if (account === null) throw new Error(`${found.caller.arn} belongs to no account`);
  checkAuthorization({ iam, account, caller: found.caller, request, region, now: clock.now(), query, span });
  return account;
}
