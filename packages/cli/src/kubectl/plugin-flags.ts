import type { CheckFlags } from "../check/check-flags.js";

/** The options of the plugin's commands: which cluster, which namespace, what AWS has, and how the answer is told. */
export interface PluginFlags extends Pick<CheckFlags, "call" | "sdk" | "report" | "error" | "strict" | "json" | "color"> {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly allowExec?: boolean;
  readonly namespace?: string;
  /** Files and folders with documents of AWS, as `check` takes them. */
  readonly aws: readonly string[];
}
