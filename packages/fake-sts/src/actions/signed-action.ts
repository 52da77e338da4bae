import { type Caller, userIdentity } from "@irsa-sim/iam";
import { callEvent } from "../trail/call-event.js";
import { StsFault } from "../wire/sts-fault.js";
import { authenticateCaller } from "./authenticate-caller.js";
import type { StsAction, StsCall, StsResult } from "./sts-action.js";

/** An action whose caller is known. */
export type SignedAction = (call: StsCall, caller: Caller) => StsResult | Promise<StsResult>;

/** Makes an action of one that needs a signature; the call stands in the trail of the caller's account, refused or not. */
export function signedAction(perform: SignedAction): StsAction {
  return async (outer) => {
    const { call, caller } = await authenticateCaller({ ...outer, span: outer.span.enter(outer.query.action ?? "", { actor: "sts" }) });
    try {
      const result = await perform(call, caller);
      record(call, caller, null);
      return result;
    } catch (error) {
      if (error instanceof StsFault) record(call, caller, { code: error.code, message: error.text ?? "" });
      throw error;
    }
  };
}

function record(call: StsCall, caller: Caller, error: { readonly code: string; readonly message: string } | null): void {
  const recipientAccountId = caller.arn.split(":")[4] ?? "";
  call.sts.cloudTrail.record(
    { ...callEvent(call, userIdentity(caller)), recipientAccountId, requestParameters: null, responseElements: null, error },
    call.span,
  );
}
