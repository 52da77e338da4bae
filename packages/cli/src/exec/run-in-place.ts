import { fileURLToPath } from "node:url";
import type { LiveContainer, LiveSimulation } from "@irsa-sim/live";
import { type CommandOutcome, decideClientEnvironment, ESCAPES, findIsolationProblem, OUTSIDE_TRAPS, runCommand } from "@irsa-sim/node-host";
import { printError } from "../terminal/print-error.js";
import { type StoredPod, userOf } from "./list-volumes.js";
import type { Room } from "./open-room.js";

/** What is run, and in whose place. */
export interface InPlace {
  readonly simulation: LiveSimulation;
  readonly container: LiveContainer;
  readonly pod: StoredPod;
  readonly room: Room;
  readonly command: readonly [program: string, ...words: string[]];
  readonly isolate: boolean;
}

/** Beside the bundled command, as the bundle puts it. */
const KEEPER = fileURLToPath(new URL("keeper.js", import.meta.url));
/** Instance metadata, and the agents of ECS and of EKS Pod Identity. */
const ADDRESSES = ["169.254.169.254", "169.254.170.2", "169.254.170.23"];
const PORTS = { https: 443, http: 80 } as const;

/** Runs the command in a network and with paths of its own or, where that cannot be had or is not wanted, with variables that lead to the simulator. */
export async function runInPlace(place: InPlace): Promise<CommandOutcome> {
  if (!place.isolate) return runOutside(place, "not isolated");
  const problem = findIsolationProblem();
  if (problem !== null) return runOutside(place, `not isolated: ${problem}`);
  const outcome = await runInside(place);
  return outcome.kind === "not-isolated" ? runOutside(place, `not isolated: ${outcome.why}`) : outcome;
}

function runInside({ simulation, container, pod, room, command }: InPlace): Promise<CommandOutcome> {
  const { trust, binds, staging } = room;
  const { https, http } = simulation.endpoints;
  const ofPod = userOf(pod, container.container);
  const user = { uid: ofPod.uid ?? process.getuid?.() ?? 0, gid: ofPod.gid ?? process.getgid?.() ?? 0 };
  return runCommand({
    keeper: KEEPER,
    command,
    environment: decideClientEnvironment({ container: container.environment, caller: callersVariables(), trust, outside: null }),
    folder: room.folder,
    inside: { plan: { addresses: ADDRESSES, ports: Object.values(PORTS), binds }, user, staging },
    ports: new Map([
      [PORTS.https, https.port],
      [PORTS.http, http.port],
    ]),
  });
}

function runOutside({ simulation, container, room, command }: InPlace, why: string): Promise<CommandOutcome> {
  const list = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join("");
  printError(`irsa-sim: ${why}; variables lead to the simulator, and these do not take them:\n${list(ESCAPES)}and beware:\n${list(OUTSIDE_TRAPS)}`);
  const { trust, volumes, nowhere } = room;
  const { sts, s3, iam, eks, imds } = simulation.endpoints;
  const endpoints = { sts: sts.url, s3: s3.url, iam: iam.url, eks: eks.url, imds: imds.url };
  return runCommand({
    keeper: KEEPER,
    command,
    environment: decideClientEnvironment({
      container: container.environment,
      caller: callersVariables(),
      trust,
      outside: { endpoints, volumes, nowhere },
    }),
    folder: room.folder,
    inside: null,
    ports: new Map(),
  });
}

function callersVariables(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}
