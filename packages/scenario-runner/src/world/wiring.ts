import type { Clock, HostDirectory, Network, Random } from "@irsa-sim/core";
import type { NetworkPlace } from "../network/reachability.js";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import type { KeyMaterial } from "../well-known/key-material.js";

/** What the actors of a world are wired with. */
export interface Wiring {
  readonly clock: Clock;
  /** The network as one place sees it. */
  readonly networkFrom: (place: NetworkPlace) => Network;
  readonly random: Random;
  readonly keys: KeyMaterial;
  readonly hosts: HostDirectory;
  readonly scenario: LoadedScenario;
}
