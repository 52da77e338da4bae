import type { ExchangeEvent, Trace, TraceEvent, TraceListener } from "@irsa-sim/core";
import { type EndpointName, followClientCalls, type LiveSimulation, type SimulationOptions, startSimulation } from "@irsa-sim/live";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";

/** What a simulation is begun anew from. */
export interface SessionOptions extends SimulationOptions {
  /** Told of each simulation when it has started; what it throws ends that. */
  readonly onStart: (simulation: LiveSimulation) => void;
  /** Called before it begins anew. */
  readonly onReset: () => void;
}

/** A call of a client that was answered, with what was recorded while it was, and the trace in which it stands. */
export interface AnsweredCall {
  readonly exchange: ExchangeEvent;
  readonly story: readonly TraceEvent[];
  readonly trace: Trace;
}

/** A simulation that can begin anew, at the same ports. */
export interface Session {
  readonly scenario: LoadedScenario;
  readonly onError: (error: unknown) => void;
  /** The present one. */
  simulation(): LiveSimulation;
  /** Tells of what happens, in whichever simulation is the present one; the result ends that. */
  onEvent(listener: TraceListener): () => void;
  /** Tells of each call of a client when it is answered. */
  onCall(listener: (call: AnsweredCall) => void): void;
  /** Ends the present simulation and begins anew: what clients have changed is gone; their credentials stay good, since each stands in its token. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the first simulation. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const listeners = new Set<TraceListener>();
  const callListeners: ((call: AnsweredCall) => void)[] = [];
  const start = async (ports: SimulationOptions["ports"]): Promise<LiveSimulation> => {
    const simulation = await startSimulation({ ...options, ...(ports === undefined ? {} : { ports }) });
    simulation.trace.onEvent((event, moment) => {
      for (const listen of listeners) listen(event, moment);
    });
    const { trace } = simulation;
    followClientCalls(trace, (exchange, story) => {
      for (const listen of callListeners) listen({ exchange, story, trace });
    });
    try {
      options.onStart(simulation);
    } catch (error) {
      await simulation.close();
      throw error;
    }
    return simulation;
  };
  let present = await start(options.ports);
  let changing: Promise<void> = Promise.resolve();
  const reset = async (): Promise<void> => {
    const ports = Object.fromEntries(Object.entries(present.endpoints).map(([name, { port }]) => [name, port])) as Record<EndpointName, number>;
    await present.close();
    options.onReset();
    present = await start(ports);
  };
  return {
    scenario: options.scenario,
    onError: options.onError,
    simulation: () => present,
    onEvent(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    onCall: (listener) => void callListeners.push(listener),
    reset: () => {
      changing = changing.then(reset);
      return changing;
    },
    close: () => changing.then(() => present.close()),
  };
}
