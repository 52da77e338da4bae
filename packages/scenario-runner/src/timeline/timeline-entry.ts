import type { JsonObject } from "@irsa-sim/core";
import type { Expectation } from "../scenario/expectation.js";
import type { ActionDefinition } from "./action-definition.js";

/** What must be so by now; a refusal just before it that is expected does not end the run. */
export interface ExpectedNow {
  readonly kind: "expect";
  readonly expect: Expectation;
}

/** One thing that happens. */
export interface PlannedAction {
  readonly kind: "action";
  readonly definition: ActionDefinition;
  /** What its schema let through. */
  readonly action: unknown;
  /** Where it happens; `null` where none is named. */
  readonly cluster: string | null;
  /** What stands in the files that it reads, after all patches. */
  readonly objects: readonly JsonObject[];
}

/** One line of a timeline. */
export type TimelineEntry = ExpectedNow | PlannedAction;
