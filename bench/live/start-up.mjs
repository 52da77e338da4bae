// Starts `irsa-sim up` as a process of its own, at any free ports, and tells how much memory it has.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = new URL("../../packages/cli/dist/main.js", import.meta.url).pathname;

/** Starts it, and resolves when it serves. What it prints is read and dropped, but for the beginning. */
export async function startUp(scenario, ...flags) {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-bench-"));
  const args = [
    ...(process.env.UP_NODE_ARGS?.split(" ") ?? []),
    process.env.UP_MAIN ?? MAIN,
    "up",
    scenario,
    "--port",
    "0",
    "--state",
    folder,
    "--no-color",
    ...flags,
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const beginning = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      if (text.includes("Ctrl-C ends it")) return;
      text += chunk;
      if (text.includes("Ctrl-C ends it")) resolve(text);
    });
    void exited.then((code) => reject(new Error(`it ended with ${code}:\n${text}`)));
  });
  const urlOf = (label) => new RegExp(`^ ${label} +(https?://\\S+)`, "m").exec(beginning)?.[1];
  return {
    folder,
    urlOf,
    pid: child.pid,
    /** Of the container of the scenario `basic`. */
    variables: () => readVariables(join(folder, "pods/default/my-pod/app/env")),
    counts: async () => (await (await fetch(urlOf("control"))).json()).events,
    residentMiB: () => residentMiB(child.pid),
    async end() {
      child.kill("SIGTERM");
      const code = await exited;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function readVariables(file) {
  return Object.fromEntries([...readFileSync(file, "utf8").matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value]));
}

/** As the kernel counts it: the only measure that a leak outside of V8 cannot hide from. */
function residentMiB(pid) {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
