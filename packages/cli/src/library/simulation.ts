import type { JsonObject, TraceEvent } from "@irsa-sim/core";
import type { ClientCall } from "../exec/calls/client-call.js";
import type { Fault } from "./fault.js";
import type { IamChange } from "./iam-change.js";
import type { SimulatedPod } from "./simulated-pod.js";

/** A simulated cluster with its AWS accounts, in the hands of a test; it lives until it is closed. */
export interface Simulation extends AsyncDisposable {
  readonly clock: SimulationClock;
  readonly trace: SimulationTrace;
  /** The calls of real clients so far, as those saw them who answered: each sort that came out the same stands once, in the order of the first. */
  readonly calls: readonly CountedCall[];
  /** Where the services are on this machine, such as `http://127.0.0.1:4566` for `sts`; `null` in memory. */
  readonly endpoints: Readonly<Record<string, string>> | null;
  /**
   * A pod, or the pod of a workload, by its name.
   *
   * @param name in the namespace `default`, or `NAMESPACE/NAME`
   * @param container the pod's first when left out
   * @example simulation.pod("my-pod").environment.AWS_ROLE_ARN
   */
  pod(name: string, container?: string): SimulatedPod;
  /**
   * Creates Kubernetes objects or changes those that are there, as `kubectl apply -f` does, and lets everybody do what follows from it.
   *
   * @param documents YAML or JSON as text, or objects
   * @throws {RefusedError} `ERR_LIBRARY_REFUSED` when the API server, or the webhook for it, refuses one
   * @throws {DocumentError} `ERR_LIBRARY_DOCUMENT` when the text cannot be read, with line and column
   */
  apply(documents: string | JsonObject | readonly JsonObject[]): Promise<void>;
  /**
   * Creates, changes or deletes a role or an OIDC provider, as somebody with the aws command line does.
   *
   * @throws {RefusedError} `ERR_LIBRARY_REFUSED` when IAM refuses it
   * @throws {ActionError} `ERR_ACTION_INVALID`
   * @example await simulation.changeIam({ role: "my-pod-role", trustPolicy });
   */
  changeIam(change: IamChange): Promise<void>;
  /**
   * Breaks something.
   *
   * @returns what ends it again; `await using` does so by itself
   * @throws {ActionError} `ERR_ACTION_INVALID`
   * @example await using outage = await simulation.inject({ unreachable: { host: "sts.eu-west-1.amazonaws.com" } });
   */
  inject(fault: Fault): Promise<InjectedFault>;
  /**
   * Holds that every call of a real client on a service that asks who calls was made as this principal, and that there was one.
   *
   * @param arn with `*` for any text
   * @throws {UnexpectedPrincipalError} `ERR_LIBRARY_PRINCIPAL`, which names those that were not
   */
  expectPrincipal(arn: string): void;
  /** Stops the clock and closes all sockets; what was recorded can still be read. */
  close(): Promise<void>;
}

/** A call, and how often it came out like this. */
export interface CountedCall extends ClientCall {
  readonly count: number;
}

/** The world's time, which moves when the test says so; on sockets it passes by itself besides. */
export interface SimulationClock {
  /** The present instant. */
  now(): Date;
  /**
   * Lets time pass, with all that falls due on the way: tokens are replaced, credentials expire.
   *
   * @param duration such as `"90m"`, `"24h"` or `"1h30m"`, or milliseconds
   * @throws {ActionError} `ERR_ACTION_INVALID`
   */
  advance(duration: string | number): Promise<void>;
}

/** What happened. */
export interface SimulationTrace {
  /** All of it in memory; on sockets the beginning and the latest. */
  readonly events: readonly TraceEvent[];
  /** Tells `listener` of each event as it begins; the result ends that. */
  onEvent(listener: (event: TraceEvent) => void): () => void;
}

/** Something that is broken, until it is ended. */
export interface InjectedFault extends AsyncDisposable {
  end(): Promise<void>;
}
