import { type Clock, createInMemoryTransport, createNetwork, type HostDirectory, type Transport } from "@irsa-sim/core";
import type { NetworkPlace } from "../network/network-place.js";
import type { OpenTransport } from "../network/open-transport.js";
import { createReachability, type Reachability } from "../network/reachability.js";
import { createScriptedHosts, type ScriptedHosts } from "../network/scripted-answers.js";
import type { Wiring } from "./wiring.js";

/** The network as one side has it, AWS's or a cluster's: who is there, what can be reached, and whose answers are put in place. */
export interface NetworkSide extends Pick<ScriptedHosts, "hosts" | "answer">, Pick<Reachability, "block" | "delay">, Pick<Wiring, "networkFrom"> {
  readonly transportFrom: (place: NetworkPlace) => Transport;
  close(): Promise<void>;
}

/**
 * Creates a side of the network.
 *
 * @param directory who is there
 * @param openTransport carries messages over sockets; in memory when absent
 */
export async function createNetworkSide(directory: HostDirectory, clock: Clock, openTransport: OpenTransport | undefined): Promise<NetworkSide> {
  const { hosts, answer } = createScriptedHosts(directory, clock);
  const { transport, close } = (await openTransport?.(hosts, clock)) ?? { transport: createInMemoryTransport(hosts, clock), close: async () => {} };
  const { transportFrom, block, delay } = createReachability(transport, clock);
  return { hosts, answer, block, delay, transportFrom, networkFrom: (place) => createNetwork(hosts, transportFrom(place), clock), close };
}
