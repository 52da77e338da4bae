import type { CheckedCall } from "@irsa-sim/check";
import type { CheckReportTarget } from "./check-report-target.js";

/** The options of `check`. */
export interface CheckFlags {
  readonly call: readonly CheckedCall[];
  /** Perhaps with its release: `go-v1@1.12.199`. */
  readonly sdk?: string;
  readonly workload?: string;
  readonly namespace?: string;
  readonly cluster?: string;
  readonly report: readonly CheckReportTarget[];
  /** A file with the token of a container. */
  readonly token?: string;
  /** A file with what env prints in the container. */
  readonly envFile?: string;
  readonly error?: string;
  readonly strict?: boolean;
  readonly fix?: boolean;
  readonly write?: boolean;
  /** A folder for scenarios. */
  readonly save?: string;
  readonly html?: string;
  readonly json?: boolean;
  readonly color: boolean;
}
