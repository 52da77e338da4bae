/** The options of `exec`. */
export interface ExecFlags {
  /** `namespace/name`, or the name alone. */
  readonly pod?: string;
  readonly container?: string;
  readonly timeScale: number;
  /** As written. */
  readonly fault: readonly string[];
  readonly isolate: boolean;
  /** Where the trace goes, as JSON. */
  readonly trace?: string;
  /** Where the page with the trace goes. */
  readonly html?: string;
  /** An ARN, with `*` for any text. */
  readonly expectPrincipal?: string;
  readonly expectRotations?: number;
  readonly seed: string;
  readonly showTokens?: boolean;
  /** Whether each session's calls are told by themselves at the end. */
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly cell?: string;
}
