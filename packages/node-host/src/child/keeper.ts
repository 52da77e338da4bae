/**
 * A process between the simulator and a command that it runs: it makes the command's surroundings, starts it, and ends it when the simulator is gone,
 * however that came about. It is a program of its own because a process can enter a namespace only for itself.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { diskOfHost } from "../namespace/disk-of-host.js";
import { type Command, planMounts } from "../namespace/plan-mounts.js";
import { findStartProblem } from "./find-start-problem.js";
import type { KeeperMessage, StartMessage } from "./keeper-messages.js";

type Inside = NonNullable<StartMessage["inside"]>;

/** Of the simulator, for the command alone. */
const folder = process.argv[2];

process.once("message", (message) => void keep(message as StartMessage));
// The command gets these from the terminal itself; this process waits for what it makes of them.
for (const signal of ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
// The simulator is gone: what it made goes too.
process.once("disconnect", () => {
  if (folder !== undefined) removeFolder(folder);
});
void tell({ kind: "ready" });

async function keep({ command, environment, inside }: StartMessage): Promise<void> {
  if (inside !== null) {
    try {
      await makeSurroundings(inside);
    } catch (error) {
      return leave({ kind: "not-isolated", why: error instanceof Error ? error.message : String(error) });
    }
  }
  const problem = findStartProblem(command[0], environment.PATH ?? "");
  if (problem !== null) return leave({ kind: "not-started", ...problem });
  const [program, ...words] = inside === null ? command : asUser(inside, command);
  const child = spawn(program, words, { env: environment, stdio: "inherit" });
  process.once("disconnect", () => child.kill("SIGKILL"));
  child.once("spawn", () => void tell({ kind: "started", pid: child.pid as number }));
  child.once("error", ({ code = "", message }: NodeJS.ErrnoException) => leave({ kind: "not-started", code, why: message }));
  child.once("exit", (code, signal) => leave({ kind: "ended", code, signal }));
}

const MOUNTS = "/proc/self/mounts";

/** Whatever is mounted below it is detached first, where this process is in a namespace with mounts of its own. */
function removeFolder(folder: string): void {
  const table = existsSync(MOUNTS) ? readFileSync(MOUNTS, "utf8") : "";
  const mounted = table.split("\n").map((line) => line.split(" ")[1] ?? "");
  const below = mounted.filter((place) => place.startsWith(`${folder}/`));
  const outermost = new Set(below.filter((place) => !below.some((other) => place.startsWith(`${other}/`))));
  for (const place of outermost) execFileSync("umount", ["--lazy", place], { stdio: "ignore" });
  rmSync(folder, { recursive: true, force: true });
}

async function makeSurroundings({ plan, staging }: Inside): Promise<void> {
  const addresses = plan.addresses.map((address): Command => ["ip", "address", "add", `${address}/32`, "dev", "lo"]);
  const commands: readonly Command[] = [["ip", "link", "set", "lo", "up"], ...addresses, ...planMounts(plan.binds, diskOfHost, staging)];
  for (const [program, ...words] of commands) execFileSync(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  for (const port of plan.ports) {
    const server = await listen(port);
    await tell({ kind: "listening", port }, server);
    // The simulator has the socket now; whoever connects is its guest alone.
    server.close();
  }
}

/** In a user namespace within the first, with no rights over what was mounted there. */
function asUser({ user: { uid, gid } }: Inside, command: StartMessage["command"]): StartMessage["command"] {
  return ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`, "--", ...command];
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "0.0.0.0", () => resolve(server));
  });
}

function tell(message: KeeperMessage, server?: Server): Promise<void> {
  return new Promise((resolve, reject) => process.send?.(message, server, {}, (error) => (error === null ? resolve() : reject(error))));
}

async function leave(message: KeeperMessage): Promise<void> {
  await tell(message);
  process.exit();
}
