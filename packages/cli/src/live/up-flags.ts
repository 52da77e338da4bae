import type { ConnectionFlags } from "../kubernetes/find-connection.js";

/** The options of `up`; with those that name a cluster it is a real one. */
export interface UpFlags extends ConnectionFlags {
  /** The first of the ports; 0 for any that are free. */
  readonly port: number;
  /** An IP address; this machine alone when absent. */
  readonly listen?: string;
  /** The folder that survives; a temporary one when absent. */
  readonly state?: string;
  /** The name or address of this machine for who calls; where it listens when absent. */
  readonly advertise?: string;
  /** Whether the webhook is registered with the real cluster, for as long as this runs. */
  readonly register?: boolean;
  /** The `state.json` of another start; the state folder's own when absent. */
  readonly keys?: string;
  readonly timeScale: number;
  /** How long a client may take for a request's headers, in milliseconds. */
  readonly clientPatience: number;
  /** Whether the page is served too. */
  readonly ui: boolean;
  readonly seed?: string;
  readonly cell?: string;
  readonly color: boolean;
}
