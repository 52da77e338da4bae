/** The options of `run` and `step`. */
export interface RunFlags {
  readonly network: "memory" | "loopback";
  readonly seed: string;
  /** Milliseconds since the epoch. */
  readonly startAt: number;
  readonly freshKeys?: boolean;
  readonly showTokens?: boolean;
  readonly color: boolean;
  readonly json?: boolean;
  readonly step?: number;
  readonly verbose?: boolean;
  /** Such as `sdk=go-v2`. */
  readonly cell?: string;
}
