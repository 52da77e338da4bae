import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = new URL("../../packages/cli/dist/main.js", import.meta.url).pathname;

/** A simulation that the real command serves. */
export interface Up extends AsyncDisposable {
  readonly process: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** Waits until it has printed what fits. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Where a row of the beginning says that something is. */
  url(label: string): string;
  /** Ends it with a signal; the exit code, or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** An empty folder. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "irsa-sim-e2e-"));
}

/** Starts `irsa-sim up` at any free ports, and waits until it serves. */
export async function startUp(args: readonly string[] = [], ports: readonly string[] = ["--port", "0"]): Promise<Up> {
  const child = spawn(process.execPath, [MAIN, "up", ...args, ...ports], { env: { ...process.env, NO_COLOR: "1" } });
  let text = "";
  const waiting = new Set<() => void>();
  const see = (chunk: Buffer): void => {
    text += String(chunk);
    for (const look of waiting) look();
  };
  child.stdout.on("data", see);
  child.stderr.on("data", see);
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const printed = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text);
        if (found === null) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      void exited.then(() => reject(new Error(`it ended without printing ${pattern}:\n${text}`)));
    });
  const end = async (signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> => {
    child.kill(signal);
    return exited;
  };
  await printed(/Ctrl-C ends it/);
  return {
    process: child,
    output: () => text,
    printed,
    url: (label) => new RegExp(`^ ${label} +(https?://\\S+)`, "m").exec(text)?.[1] ?? "",
    end,
    [Symbol.asyncDispose]: async () => void (await end("SIGKILL")),
  };
}
