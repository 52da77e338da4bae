import { type Caller, queryAuthenticationFault } from "@irsa-sim/iam";
import { StsFault } from "../wire/sts-fault.js";
import type { StsCall } from "./sts-action.js";

/** A call, and who signed it. */
export interface AuthenticatedCall {
  /** From here on about the caller's session, if a role's session signed. */
  readonly call: StsCall;
  readonly caller: Caller;
}

/**
 * Finds out who signed a call.
 *
 * @throws {StsFault} in the words of section 8.2
 * @see sts-and-iam.md, section 8.2
 */
export async function authenticateCaller(call: StsCall): Promise<AuthenticatedCall> {
  const { sts, request, span } = call;
  const found = await sts.authenticate({ request, service: "sts", region: sts.region, now: sts.clock.now() });
  const outcome = { check: "sts.authentication", title: "signature and session token" };
  if ("caller" in found) {
    span.check({ ...outcome, passed: true, expected: { value: "signed by a known key, in time" }, actual: { value: found.caller.arn } });
    const { caller } = found;
    return { caller, call: caller.kind === "role-session" ? { ...call, span: span.about({ session: caller.arn }) } : call };
  }
  const { reason, expected, actual } = found.problem;
  span.check({ ...outcome, passed: false, expected: { value: expected }, actual: { value: actual }, reason });
  const { code, status, message } = queryAuthenticationFault(found.problem);
  throw new StsFault(code, status, message);
}
