/** The options that all three have. */
export interface TokenFlags {
  readonly json?: boolean;
  readonly color: boolean;
  /** Milliseconds since the epoch; now when absent. */
  readonly at?: number;
}

/** The schema of what all three write with `--json`; `command` says which of them. */
export const TOKEN_SCHEMA = "irsa-sim/token/v1";
