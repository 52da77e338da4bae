/** The options of `up`. */
export interface UpFlags {
  /** The first of the ports; 0 for any that are free. */
  readonly port: number;
  /** An IP address; this machine alone when absent. */
  readonly listen?: string;
  /** The folder that survives; a temporary one when absent. */
  readonly state?: string;
  /** The `state.json` of another start; the state folder's own when absent. */
  readonly keys?: string;
  readonly timeScale: number;
  /** How long a client may take for a request's headers, in milliseconds. */
  readonly clientPatience: number;
  readonly seed?: string;
  readonly cell?: string;
  readonly color: boolean;
}
