import type { Actor, CheckEvent, EpochMillis, PeerSummary, Step, Subject } from "@irsa-sim/core";
import type { DecodedRequest, DecodedResponse } from "./content/decoded-message.js";

/** One request and its answer, from lane to lane. */
export interface Arrow {
  readonly kind: "arrow";
  readonly seq: number;
  /** Events from `seq` up to and without `endSeq` happened before the answer came; `null` when none came. */
  readonly endSeq: number | null;
  readonly step: Step | null;
  readonly subject: Subject;
  readonly from: Actor;
  readonly to: Actor;
  /** The operation in the service's own words. */
  readonly name: string;
  readonly at: EpochMillis;
  /** When the answer came, or it was clear that none would, as far as the trace tells; `null` while under way. */
  readonly answeredAt: EpochMillis | null;
  /** The step of what happened last before the answer: 8 for an AssumeRoleWithWebIdentity that succeeded, 7 for one that was refused; its own where nothing did. */
  readonly answeredIn: Step | null;
  /** HTTP status; `null` when no answer came. */
  readonly status: number | null;
  /** `null` where the call succeeded. */
  readonly refusal: Refusal | null;
  /** The certificate that the server showed; `null` without TLS. */
  readonly tls: PeerSummary | null;
  /** `seq` of the exchange during which this one was sent; `null` for none. */
  readonly within: number | null;
  /** How many exchanges it was sent within. */
  readonly depth: number;
  /** Decoded when first asked for. */
  readonly request: DecodedRequest;
  /** `null` when no answer came. */
  readonly response: DecodedResponse | null;
}

/** Why a call did not succeed. */
export interface Refusal {
  /** The service's own code where its answer has one, else the status or the failure below HTTP: `AccessDenied`, `404`, `ETIMEDOUT`. */
  readonly code: string;
  /** The service's own text; empty where it gives none. */
  readonly message: string;
  /** The step in which it was decided: that of the failed check, else that of the call itself; `null` for none. */
  readonly decidedIn: Step | null;
  /** The failed check of whoever answered; `null` when none stands in the trace. */
  readonly check: CheckEvent | null;
}
