import type { Clock, Network, Random, Span } from "@irsa-sim/core";
import type { User } from "../access/user.js";
import type { ObjectStore } from "../storage/object-store.js";

/** What the plugins work with. */
export interface AdmissionContext {
  /** Of the request; the pod's own may be absent. */
  readonly namespace: string;
  readonly user: User;
  readonly store: ObjectStore;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly span: Span;
  /** Told beside the answer. */
  readonly warn: (text: string) => void;
  /** As with `--allow-privileged`. */
  readonly allowsPrivileged: boolean;
  /** Whether pods get the token for the API server. */
  readonly addsApiAccess: boolean;
}
