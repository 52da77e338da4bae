import type { Clock, HostDirectory, Network, Random } from "@irsa-sim/core";
import type { IssuerKeyKind } from "../keys/create-issuer-key.js";
import type { KeyMaterial } from "../keys/key-material.js";
import type { NetworkPlace } from "../network/network-place.js";
import type { WorldDescription } from "../settings/world-description.js";

/** What the actors of a world are wired with; those of one cluster see its part of all this. */
export interface Wiring {
  readonly clock: Clock;
  /** The network as one place sees it. */
  readonly networkFrom: (place: NetworkPlace) => Network;
  readonly random: Random;
  readonly keys: KeyMaterial;
  readonly hosts: HostDirectory;
  readonly description: WorldDescription;
}

/** What the actors of one cluster are wired with. */
export interface ClusterWiring extends Wiring {
  /** Whether kubelets and controllers write statuses. */
  readonly reportsStatus: boolean;
  /** Whether clients are let in by now. */
  readonly hasClients: () => boolean;
  /** Makes a further key for an issuer that has used all of its own; without it no more can be rotated. */
  readonly makeIssuerKey: ((kind: IssuerKeyKind) => Promise<string>) | undefined;
}
