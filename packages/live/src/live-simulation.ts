import type { EpochMillis, EventCounts, JsonObject, Trace } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { Endpoint, EndpointName } from "./endpoints/endpoints.js";
import type { LiveContainer } from "./live-container.js";

/** A world on a wall clock that real clients call; it lives until it is closed. */
export interface LiveSimulation extends AsyncDisposable {
  readonly world: World;
  /** Where its services are on this machine. */
  readonly endpoints: Readonly<Record<EndpointName, Endpoint>>;
  /** The MutatingWebhookConfiguration by which a real API server asks the webhook. */
  readonly webhook: JsonObject;
  /** Names of all hosts that answer at the endpoints `http` and `https`; `*.` stands for one label more, `:port` for a port of its own. */
  hostNames(): readonly string[];
  /** PEM of all roots that a client has to trust. */
  readonly roots: string;
  readonly clock: LiveClock;
  /** The beginning and the latest events. */
  readonly trace: Trace;
  /** How many events there were of each sort, kept or not. */
  readonly counts: EventCounts;
  /** What was refused before the first call of an app; `null` when all went well. */
  readonly refusal: Refusal | null;
  /** The containers that run now. */
  containers(): readonly LiveContainer[];
  /** Stops the clock and closes all sockets. */
  close(): Promise<void>;
}

/** Time as it passes in the world, and the way to move it on. */
export interface LiveClock {
  now(): EpochMillis;
  /** How many milliseconds pass here in one of the host's. */
  readonly timeScale: number;
  /** Lets so much time leap by, with all that falls due on the way. */
  advance(durationMs: number): Promise<void>;
}
