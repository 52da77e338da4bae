import { type ConnectionLimits, type CutOff, type Listener, startListener } from "@irsa-sim/node-host";
import type { KeyMaterial, World, WorldDescription } from "@irsa-sim/simulation";
import { ENDPOINTS, type Endpoint, type EndpointName, HAS_TLS, originsOf, SERVICES } from "./endpoints/endpoints.js";
import { loopbackCertificate } from "./endpoints/loopback-certificate.js";
import { answerStranger } from "./strangers/answer-stranger.js";
import type { ClientTime } from "./strangers/client-time.js";
import { createKeyOwners } from "./strangers/key-owners.js";

/** The port of each endpoint; any free one for 0. */
export type Ports = Readonly<Record<EndpointName, number>>;

/** Told of a client that was cut off, or went away in the middle, and of where that was. */
export type CutOffListener = (endpoint: EndpointName, why: CutOff) => void;

/** What listens for a world. */
export interface ListenersOptions {
  readonly world: World;
  readonly description: Pick<WorldDescription, "cluster">;
  readonly keys: KeyMaterial;
  readonly ports: Ports;
  readonly address: string;
  /** The name or address under which clients reach it, which is another where it listens at all addresses. */
  readonly advertised: string;
  readonly kubernetesToken: string | null;
  /** Where a real API server is, for which nobody listens here; `null` for the simulated one. */
  readonly kubernetesServer: string | null;
  readonly clientTime: () => ClientTime;
  readonly limits: Partial<ConnectionLimits>;
  readonly onCutOff: CutOffListener;
  readonly onError: (error: unknown) => void;
}

/** Running listeners. */
export interface Listeners {
  readonly endpoints: Readonly<Record<EndpointName, Endpoint>>;
  close(): Promise<void>;
}

/**
 * Starts a listener for each endpoint; all or none.
 *
 * @throws {PortTakenError} `ERR_PORT_TAKEN`
 */
export async function startListeners(options: ListenersOptions): Promise<Listeners> {
  const { world, description, keys, ports, address, advertised, kubernetesToken, kubernetesServer, clientTime, limits, onCutOff, onError } = options;
  const origins = originsOf(description);
  const owners = createKeyOwners();
  const ofThisMachine = await loopbackCertificate(keys, { hosts: [...new Set([address, advertised])], now: world.clock.now() });
  const certificateFor = (name: string | null) => world.hosts.resolve(name ?? "")?.certificate ?? ofThisMachine;
  const started = await Promise.allSettled(
    ENDPOINTS.filter((name) => name !== "kubernetes" || kubernetesServer === null).map(async (name): Promise<readonly [EndpointName, Listener]> => {
      const answer = answerStranger({ world, origins, owners, kubernetesToken, clientTime, service: SERVICES.find((service) => service === name) ?? null });
      const listening = { port: ports[name], address, answer, limits, onCutOff: (why: CutOff) => onCutOff(name, why), onError };
      return [name, await startListener({ ...listening, ...(HAS_TLS[name] ? { certificateFor } : {}) })];
    }),
  );
  const listeners = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const close = async (): Promise<void> => void (await Promise.all(listeners.map(([, listener]) => listener.close())));
  const failed = started.find((one) => one.status === "rejected");
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  const here = listeners.map(([name, { port }]) => [name, { port, url: `${HAS_TLS[name] ? "https" : "http"}://${advertised}:${port}` }] as const);
  const elsewhere = kubernetesServer === null ? [] : [["kubernetes", { port: ports.kubernetes, url: kubernetesServer }] as const];
  const endpoints = Object.fromEntries([...here, ...elsewhere]) as Record<EndpointName, Endpoint>;
  return { endpoints, close };
}
