/** A refusal as the one who met it saw it: what the service, or the SDK for it, said. */
export interface Refusal {
  /** The service's own code, for example `AccessDenied`; a local fault's code such as `ENOENT` when no service spoke. */
  readonly code: string;
  /** HTTP status; `null` when no response came. */
  readonly status: number | null;
  readonly message: string;
  /** `seq` of the timeline action's span. */
  readonly action: number;
}
