/**
 * A simulation for tests: a scenario's world as it is when its first app is about to call AWS, and what a test does with it from there.
 * Leaves out: what the scenario's timeline does from then on, and its expectations; `irsa-sim test` is for those.
 */
import { epochMillis, type Trace } from "@irsa-sim/core";
import { findFailure, loadScenario, performAction } from "@irsa-sim/scenario-runner";
import type { Refusal } from "@irsa-sim/simulation";
import { keepCallLog } from "../exec/calls/call-log.js";
import { checkExpectations } from "../exec/calls/check-expectations.js";
import { createScenarioFilesOnDisk } from "../files/scenario-files-on-disk.js";
import { splitCell } from "../files/split-cell.js";
import { checkOptions } from "./check-options.js";
import { createPod } from "./create-pod.js";
import { RefusedError } from "./errors/refused-error.js";
import { UnexpectedPrincipalError } from "./errors/unexpected-principal-error.js";
import { endOf } from "./fault.js";
import { parseDocuments } from "./parse-documents.js";
import type { Simulation } from "./simulation.js";
import { startInMemory } from "./start-in-memory.js";
import { startOnSockets } from "./start-on-sockets.js";
import type { StartedWorld } from "./started-world.js";

/** How a simulation is started. */
export interface SimulationOptions {
  /** `memory` needs nothing of the machine and is the quicker; `sockets` lets any client in, on 127.0.0.1. `memory` when left out. */
  readonly network?: "memory" | "sockets";
  /** Ids and jitter follow from it; `1` when left out. */
  readonly seed?: string;
  /** When the simulation begins, in memory; the present instant when left out. The same instant and seed give the same bytes. */
  readonly startAt?: Date;
  /** Told of the new time whenever the test has moved it, so that fake timers can follow: `(now) => vi.setSystemTime(now)`. */
  readonly onTimeChange?: (now: Date) => void;
}

/**
 * Starts a simulation.
 *
 * @param scenario a name of the catalogue, a folder or a `scenario.yaml`; a cell of its matrix in brackets
 * @throws {OptionsError} `ERR_LIBRARY_OPTIONS` for options that are not what they should be
 * @throws {UsageError} `ERR_CLI_USAGE` when there is no such scenario
 * @throws {CellError} `ERR_SCENARIO_CELL` when it has a matrix, and none or no such cell is named
 * @throws {ScenarioError} `ERR_SCENARIO_INVALID` when its files have faults
 * @throws {RefusedError} `ERR_LIBRARY_REFUSED` when the scenario is refused before its first app runs
 * @example
 * await using simulation = await createSimulation("basic");
 * const { principal } = await simulation.pod("my-pod").call("s3:GetObject", { Bucket: "my-bucket", Key: "hello.txt" });
 */
export async function createSimulation(scenario = "basic", options: SimulationOptions = {}): Promise<Simulation> {
  checkOptions(scenario, options);
  const { network = "memory", seed = "1", startAt = new Date(), onTimeChange = () => {} } = options;
  const files = createScenarioFilesOnDisk();
  const { path, cell } = splitCell(scenario);
  const loaded = loadScenario(files, files.find(path), { cell });
  const started =
    network === "memory"
      ? await startInMemory({ scenario: loaded, seed, startAt: epochMillis(startAt.getTime()) })
      : await startOnSockets({ scenario: loaded, seed });
  if (started.refusal !== null) {
    await started.close();
    throw refused(started.trace, started.refusal);
  }
  return inHand(started, onTimeChange);
}

function inHand(started: StartedWorld, onTimeChange: (now: Date) => void): Simulation {
  const { world, trace, close } = started;
  const log = keepCallLog(trace);
  const now = (): Date => new Date(world.clock.now());
  const perform = async (name: string, written: unknown, objects?: ReturnType<typeof parseDocuments>): Promise<void> => {
    const refusal = await performAction(world, { name, written, ...(objects === undefined ? {} : { objects }) });
    if (refusal !== null) throw refused(trace, refusal);
  };
  return {
    clock: {
      now,
      async advance(duration) {
        await perform("advance", typeof duration === "number" ? `${duration}ms` : duration);
        onTimeChange(now());
      },
    },
    trace: {
      get events() {
        return trace.events;
      },
      onEvent: (listener) => trace.onEvent((event, moment) => moment === "recorded" && listener(event)),
    },
    endpoints: started.sockets,
    get calls() {
      return log.groups.map(({ call, count }) => ({ ...call, count }));
    },
    pod(name, container) {
      const [namespace, pod] = name.includes("/") ? (name.split("/", 2) as [string, string]) : ["default", name];
      return createPod(started, { namespace, pod, container });
    },
    apply: async (documents) => perform("apply", [], parseDocuments(documents)),
    changeIam: (change) => perform("iam", change),
    async inject(fault) {
      await perform("fault", fault);
      const end = (): Promise<void> => perform("fault", endOf(fault));
      return { end, [Symbol.asyncDispose]: end };
    },
    expectPrincipal(arn) {
      const missed = checkExpectations(log, { principal: arn });
      if (missed.length > 0) throw new UnexpectedPrincipalError(missed.join("\n"));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function refused(trace: Trace, refusal: Refusal): RefusedError {
  return new RefusedError(findFailure(trace.events, refusal));
}
