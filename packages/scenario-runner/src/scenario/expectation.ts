import type { JsonObject, Step } from "@irsa-sim/core";

/** A container's place; `container` is undefined for the pod's first. */
interface ExpectedContainer {
  readonly namespace?: string | undefined;
  /** The first when absent. */
  readonly cluster?: string | undefined;
  readonly container?: string | undefined;
}

/** How a run should come out, or stand in between; what is left out is not compared. */
export interface Expectation {
  readonly outcome?: "succeeded" | "refused" | undefined;
  readonly step?: Step | undefined;
  readonly error?: { readonly code?: string | undefined; readonly status?: number | undefined; readonly message?: string | undefined } | undefined;
  readonly cause?: string | undefined;
  readonly check?: string | undefined;
  /** ARN of the caller that the resource saw; `*` for a part that chance makes. */
  readonly principal?: string | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  readonly pod?:
    | (ExpectedContainer & {
        readonly name: string;
        readonly running?: boolean | undefined;
        /** How often so far. */
        readonly created?: number | undefined;
        /** `null` for a variable that is not set. */
        readonly environment?: Readonly<Record<string, string | null>> | undefined;
      })
    | undefined;
  readonly token?: (ExpectedContainer & { readonly pod: string; readonly claims?: JsonObject | undefined }) | undefined;
  /** Ids of causes, in order of the alphabet. */
  readonly warnings?: readonly string[] | undefined;
  /** Parts of events; empty for an empty trail. */
  readonly cloudTrail?: readonly JsonObject[] | undefined;
}
