import type { Actor, Failure, Finding } from "@irsa-sim/core";
import type { Refusal } from "@irsa-sim/simulation";

/** A call of the command, as the one who answered saw it. */
export interface ClientCall {
  /** In the service's own words. */
  readonly name: string;
  readonly to: Actor;
  /** `null` when no answer came. */
  readonly status: number | null;
  /** The ARN that the call was made as; `null` where nobody was authenticated. */
  readonly principal: string | null;
  /** The ARN of the session that the answer has credentials of; `null` for any other answer. */
  readonly issued: string | null;
  /** The web identity token that was exchanged for credentials; `null` in any other call. */
  readonly exchangedToken: string | null;
  /** What the client calls itself (User-Agent), its name and version alone. */
  readonly client: string;
  /** What the webhook decided about a pod, in words; `null` for whoever else was called. */
  readonly decided: string | null;
  /** `null` where it succeeded. */
  readonly refusal: CallRefusal | null;
}

/** Why a call was refused. */
export interface CallRefusal {
  readonly told: Refusal;
  readonly failure: Failure;
  /** What the failed check compared; `null` without one. */
  readonly compared: { readonly expected: Finding; readonly actual: Finding } | null;
}
