/** The options that say how a scenario is played. */
export type PlayFlags = Pick<RunFlags, "seed" | "startAt" | "freshKeys" | "network" | "maxEvents" | "maxTime" | "maxMemory" | "trace">;

/** The options of `run` and `step`. */
export interface RunFlags {
  readonly network: "memory" | "loopback";
  readonly seed: string;
  /** Milliseconds since the epoch. */
  readonly startAt: number;
  readonly freshKeys?: boolean;
  readonly showTokens?: boolean;
  readonly color: boolean;
  readonly maxEvents?: number;
  /** Seconds. */
  readonly maxTime?: number;
  /** MiB. */
  readonly maxMemory?: number;
  /** How many events are kept; all when absent. */
  readonly trace?: number;
  readonly json?: boolean;
  readonly step?: number;
  readonly toStep?: number;
  readonly verbose?: boolean;
  readonly full?: boolean;
  /** Whom to show: `namespace/name` or the name. */
  readonly pod?: string;
  readonly container?: string;
  /** Where the page with this run goes. */
  readonly html?: string;
  /** Where the diagram goes, as Mermaid's text, as a picture, and in a page of Markdown. */
  readonly mermaid?: string;
  readonly svg?: string;
  readonly markdown?: string;
  /** Such as `sdk=go-v2`. */
  readonly cell?: string;
}
