import { type ChildProcess, spawn } from "node:child_process";
import { connect, type Server, type Socket } from "node:net";
import { ENTER } from "../namespace/find-isolation-problem.js";
import { decideForwarded } from "./decide-forwarded.js";
import { exitCodeOf, exitCodeOfSignal } from "./exit-code-of.js";
import type { KeeperMessage, StartMessage } from "./keeper-messages.js";

/** What a command is run with. */
export interface RunCommandOptions extends StartMessage {
  /** The built keeper, `child/keeper.js`. */
  readonly keeper: string;
  /** Made for the command: the keeper removes it where this process is killed and cannot do so. */
  readonly folder: string;
  /** By port that the command finds in its network: the port of 127.0.0.1 that answers there. */
  readonly ports: ReadonlyMap<number, number>;
}

/** What became of a command. */
export type CommandOutcome =
  | { readonly kind: "ended"; readonly exitCode: number }
  | { readonly kind: "not-isolated"; readonly why: string }
  | { readonly kind: "not-started"; readonly code: string; readonly why: string };

const SIGNALS = ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command to its end, with this process's input and output. Signals are passed on; the command ends when this process does.
 *
 * @returns the exit code, or why nothing was run
 * @example await runCommand({ keeper, command: ["python3", "app.py"], environment, inside: null, ports: new Map() });
 */
export async function runCommand({ keeper, command, environment, inside, folder, ports }: RunCommandOptions): Promise<CommandOutcome> {
  const [program, ...words] = inside === null ? [process.execPath, keeper, folder] : [...ENTER, process.execPath, keeper, folder];
  const child = spawn(program as string, words, { stdio: ["inherit", "inherit", "inherit", "ipc"], serialization: "json" });
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  let pid: number | null = null;
  const forwarded: readonly string[] = decideForwarded({ hasTerminal: process.stdin.isTTY });
  let early: NodeJS.Signals | null = null;
  const pass = (signal: NodeJS.Signals): void => {
    if (pid === null) early = signal;
    else if (forwarded.includes(signal)) sendSignal(pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  try {
    return await new Promise<CommandOutcome>((resolve, reject) => {
      child.once("error", reject);
      // Comes behind the last message: here the keeper was killed, and the command must not outlive it.
      child.once("disconnect", () => {
        if (pid !== null) sendSignal(pid, "SIGKILL");
        if (pid === null && early !== null) resolve({ kind: "ended", exitCode: exitCodeOfSignal(early) });
        else reject(new Error("the process that keeps the command was ended from outside"));
      });
      child.on("message", (received, handle) => {
        const message = received as KeeperMessage;
        switch (message.kind) {
          case "ready":
            child.send({ command, environment, inside } satisfies StartMessage);
            return;
          case "listening":
            servers.push(serve(handle as Server, ports.get(message.port) as number, sockets));
            return;
          case "started":
            pid = message.pid;
            // It came before there was anybody to be told.
            if (early !== null) sendSignal(pid, early);
            return;
          case "ended":
            resolve({ kind: "ended", exitCode: exitCodeOf(message) });
            return;
          default:
            resolve(message);
        }
      });
    });
  } finally {
    child.removeAllListeners("disconnect");
    for (const signal of SIGNALS) process.off(signal, pass);
    await close(child, servers, sockets);
  }
}

/** A process that is gone already needs none. */
function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Who connects in the command's network is led to a port of this machine. */
function serve(server: Server, port: number, sockets: Set<Socket>): Server {
  return server.on("connection", (guest: Socket) => {
    const inner = connect(port, "127.0.0.1");
    for (const [one, other] of [
      [guest, inner],
      [inner, guest],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      // Whatever ends one side ends the other; the one who cares has seen it.
      one.once("error", () => other.destroy());
      one.once("close", () => sockets.delete(one));
    }
  });
}

async function close(child: ChildProcess, servers: readonly Server[], sockets: ReadonlySet<Socket>): Promise<void> {
  if (child.connected) child.disconnect();
  for (const socket of sockets) socket.destroy();
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
}
