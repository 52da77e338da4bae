import type { ReportTarget } from "../testing/report-target.js";
import type { Selection } from "../testing/select-scenarios.js";
import type { PlayFlags, RunFlags } from "./run-flags.js";

/** The options of `test`. */
export interface TestFlags extends PlayFlags, Pick<RunFlags, "color" | "json" | "mermaid" | "svg" | "markdown"> {
  readonly report: readonly ReportTarget[];
  /** Where the page with the index goes. */
  readonly html?: string;
  readonly filter?: RegExp;
  readonly tag?: Selection["tags"];
  readonly status?: "failed";
  readonly shard?: Selection["shard"];
  readonly list?: boolean;
  readonly update?: boolean;
  readonly watch?: boolean;
  readonly shuffle?: boolean;
  readonly pauseOnFailure?: boolean;
  readonly failFast?: boolean;
  readonly allowEmpty?: boolean;
  readonly repeat: number;
  readonly jobs?: number;
}
