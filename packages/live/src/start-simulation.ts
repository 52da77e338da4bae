/**
 * A world that lives on a wall clock while real clients call it over sockets. What happens within it stays in memory: a socket is for who is no actor.
 * Leaves out: what a timeline does from its first call on, since from there the real app acts.
 */
import { createCountingSink, createRandom, createTrace } from "@irsa-sim/core";
import { type ConnectionLimits, hostTimers, secretBytes, WallClock } from "@irsa-sim/node-host";
import { type LoadedScenario, prepareAws, prepareWorld } from "@irsa-sim/scenario-runner";
import { createIssuerKey, createWorld, type KeyMaterial, SESSION_KEY_BYTES, type World } from "@irsa-sim/simulation";
import { listenEks } from "./eks/listen-eks.js";
import { ENDPOINTS, type EndpointName } from "./endpoints/endpoints.js";
import { allRoots } from "./endpoints/loopback-certificate.js";
import { webhookManifest } from "./endpoints/webhook-manifest.js";
import type { LiveCluster } from "./live-cluster.js";
import { createContainerList } from "./live-container.js";
import type { LiveSimulation } from "./live-simulation.js";
import { type CutOffListener, type Ports, startListeners } from "./start-listeners.js";
import type { ClientTime } from "./strangers/client-time.js";
import { createLiveSink } from "./trace/create-live-sink.js";

/** What a simulation is started with. */
export interface SimulationOptions {
  readonly scenario: LoadedScenario;
  /** Fresh ones: what listens must have no key that others know. */
  readonly keys: KeyMaterial;
  /** Ids, keys of users and credentials follow from it. */
  readonly seed: string;
  /** A secret that whoever knows it is the developer with, at the Kubernetes API; nobody is when absent. */
  readonly kubernetesToken?: string;
  /** How many times as fast as the host's time passes; 1 when absent. */
  readonly timeScale?: number;
  /** Any free port where absent. */
  readonly ports?: Partial<Ports>;
  /** An IP address of this machine; 127.0.0.1 when absent. */
  readonly address?: string;
  /** A real cluster, whose pods call; the scenario says what AWS has. */
  readonly outside?: LiveCluster;
  /** A further name or address of this machine, under which clients reach it. */
  readonly advertised?: string;
  /** How many events are kept. */
  readonly keepEvents?: number;
  /** Puts the world into the state that its clients shall find, before they are let in. */
  readonly prepare?: (world: World) => void;
  /** 32 secret bytes that sessions are sealed with: simulations with the same accept each other's; one of its own when absent. */
  readonly sessionKey?: Uint8Array<ArrayBuffer>;
  /** What is put up with from clients; what nobody who is served well comes near when absent. */
  readonly limits?: Partial<ConnectionLimits>;
  /** Told of each client that was cut off. */
  readonly onCutOff?: CutOffListener;
  /** Told of a fault of the simulator itself, when nobody else is there to be told. */
  readonly onError: (error: unknown) => void;
}

const KEEP_EVENTS = 20_000;
const LOOPBACK = "127.0.0.1";
const ANY_PORTS = Object.fromEntries(ENDPOINTS.map((name) => [name, 0])) as Record<EndpointName, number>;

/**
 * Starts a scenario's world as it is when its first app is about to call AWS, and lets real clients in.
 *
 * @throws {PortTakenError} `ERR_PORT_TAKEN`
 * @example
 * await using simulation = await startSimulation({ scenario, keys: await createFreshKeys(scenario, now), seed, onError: report });
 * await fetch(`${simulation.endpoints.sts.url}/?Action=AssumeRoleWithWebIdentity&Version=2011-06-15`);
 */
export async function startSimulation(options: SimulationOptions): Promise<LiveSimulation> {
  const { scenario, keys, seed, kubernetesToken = null, timeScale = 1, ports = {}, address = LOOPBACK, keepEvents = KEEP_EVENTS, onError } = options;
  const sealing = { key: options.sessionKey ?? secretBytes(SESSION_KEY_BYTES), randomBytes: secretBytes };
  const { outside, advertised = address, limits = {}, onCutOff = () => {} } = options;
  const clock = new WallClock({ timers: hostTimers, timeScale, isHeld: true, onTaskError: onError });
  const trace = createTrace(clock, { locate: ({ file, pointer = "" }) => scenario.locate(file, pointer), sink: createLiveSink(keepEvents) });
  const counter = createCountingSink();
  const list = createContainerList();
  trace.onEvent((event, moment) => {
    if (moment !== "recorded") return;
    counter.record(event);
    list.see(event);
  });
  let hasClients = false;
  const world = await createWorld({
    description: scenario,
    clock,
    trace,
    random: createRandom(seed),
    keys,
    reportsStatus: true,
    hasClients: () => hasClients,
    makeIssuerKey: createIssuerKey,
    sealing,
    outside,
  });
  const stop = async (): Promise<void> => {
    await world.close();
    clock.close();
  };
  try {
    const refusal = await (outside === undefined ? prepareWorld : prepareAws)(world, scenario);
    options.prepare?.(world);
    // What kubelets and controllers make of it comes before the first client.
    await clock.advanceBy(0);
    hasClients = true;
    clock.letGo();
    const clientTime = (): ClientTime => {
      const now = hostTimers.now();
      return { now, timeScale, aheadMs: clock.now() - now };
    };
    const reached = { ports: { ...ANY_PORTS, ...ports }, address, advertised, kubernetesToken, kubernetesServer: outside?.server ?? null };
    const listening = { ...reached, clientTime, limits, onCutOff, onError };
    const listeners = await startListeners({ world: world.inCluster(null), description: scenario, keys, ...listening });
    await listenEks(world.inCluster(null), scenario, { endpoint: listeners.endpoints.kubernetes.url, roots: outside?.roots ?? allRoots(keys) });
    const close = async (): Promise<void> => {
      await listeners.close();
      await stop();
    };
    return {
      world,
      trace,
      refusal,
      close,
      endpoints: listeners.endpoints,
      webhook: webhookManifest(listeners.endpoints.webhook.url, keys),
      roots: allRoots(keys),
      clock: { now: () => clock.now(), timeScale, advance: (durationMs) => clock.advanceBy(durationMs) },
      counts: counter.counts,
      hostNames: world.hosts.names,
      containers: () => list.running(world.kubelet),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
