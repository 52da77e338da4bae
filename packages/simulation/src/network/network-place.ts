/** How a connection fails: nobody answers, nobody listens, the name is unknown, or the name server does not answer. */
export type Unreachability = "timeout" | "refused" | "unresolved" | "dns-timeout";

/** Where a request comes from. */
export type NetworkPlace = "pods" | "node" | "control-plane" | "aws" | "developer";

/** What is cut off. */
export interface Cut {
  /** Its name as in the URL. */
  readonly host: string;
  readonly how: Unreachability;
  /** `null` for everywhere. */
  readonly from: NetworkPlace | null;
  /** `null` for good. */
  readonly durationMs: number | null;
}
