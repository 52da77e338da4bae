import type { FileSize } from "./bounds.js";

/**
 * Which words are booleans in YAML: `true` and `false` alone, or also `yes`, `no`, `on` and `off`, which kubectl still takes for booleans,
 * so that `value: yes` is no text there.
 */
export type YamlDialect = "core" | "kubernetes";

/** What is read, and how. */
export interface FileText {
  /** As messages name it. */
  readonly file: string;
  /** When absent, what ends in `.json` is strict JSON, and anything else YAML. */
  readonly format?: "json" | "yaml";
  readonly text: string;
  /** Whether tags such as `!Sub` stand for functions of CloudFormation; a fault like any other tag when absent. */
  readonly intrinsics?: boolean;
  readonly dialect: YamlDialect;
  /** How large it may be; `written` when absent. */
  readonly size?: FileSize;
}
