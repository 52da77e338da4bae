import type { EpochMillis, Step } from "@irsa-sim/core";
import type { Arrow } from "@irsa-sim/story";

/** A place where the viewer can stand: one exchange of a step, the whole of a step without any, or the refusal that decides it. */
export interface Position {
  readonly step: Step;
  /** The exchange; of a refusal the one that is refused; `null` for a step without exchanges. */
  readonly arrow: Arrow | null;
  readonly isRefusal: boolean;
  /** `seq` of the first event that belongs here; null for a step that was not reached. */
  readonly from: number | null;
  /** `seq` of the last event that has happened by now. */
  readonly until: number;
  readonly at: EpochMillis;
}
