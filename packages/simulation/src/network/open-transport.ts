import type { Clock, HostDirectory, Transport } from "@irsa-sim/core";

/** A transport that holds something open. */
export interface HeldTransport {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** Opens a transport that carries messages to the hosts, over sockets for example. */
export type OpenTransport = (hosts: HostDirectory, clock: Clock) => Promise<HeldTransport>;
