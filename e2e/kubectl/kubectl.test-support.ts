/** A real kubectl in a folder of its own, and a live world that it calls. */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LiveSimulation, startSimulation } from "../../packages/live/src/index.js";
import { load } from "../../packages/scenario-runner/test/catalogue.js";
import { WELL_KNOWN_KEYS } from "../../packages/simulation/src/index.js";
import { installKubectl } from "./install-kubectl.js";

/** What kubectl made of its arguments. */
export interface Outcome {
  readonly code: number | null;
  /** Ages are what the machine makes of them. */
  readonly stdout: string;
  readonly stderr: string;
}

/** What a call is given besides its arguments. */
export interface CallOptions {
  readonly input?: string;
  /** When it has written this, it is ended. */
  readonly until?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs kubectl with a kubeconfig. */
export type Kubectl = (args: readonly string[], options?: CallOptions) => Promise<Outcome>;

/** The developer's. */
const TOKEN = "simulated-developer";
const installed = installKubectl();

/** Why there is no kubectl here; `null` when there is one. */
export function kubectlProblem(): string | null {
  return "problem" in installed ? installed.problem : null;
}

/** A kubectl whose home is a folder. */
export function createKubectl(kubeconfig: string, home: string): Kubectl {
  const path = "path" in installed ? installed.path : "";
  return (args, { input = "", until = "", environment = {} } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(path, args, { env: { PATH: process.env.PATH ?? "", HOME: home, KUBECONFIG: kubeconfig, ...environment } });
      const written = { stdout: "", stderr: "" };
      child.stdout.on("data", (data) => {
        written.stdout += String(data);
        if (until !== "" && written.stdout.includes(until)) child.kill("SIGTERM");
      });
      child.stderr.on("data", (data) => {
        written.stderr += String(data);
      });
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, stdout: written.stdout.replaceAll(/\b\d+[smh](\d+s)?\b/g, "AGE"), stderr: written.stderr }));
      child.stdin.end(input);
    });
}

/** A world of the scenario `basic` for real clients, and a kubectl for it. */
export async function startForKubectl(): Promise<{ readonly live: LiveSimulation; readonly folder: string; readonly kubectl: Kubectl }> {
  const folder = mkdtempSync(join(tmpdir(), "kubectl-"));
  const live = await startSimulation({
    scenario: load("basic"),
    keys: WELL_KNOWN_KEYS,
    seed: "1",
    kubernetesToken: TOKEN,
    onError: (error: unknown) => {
      throw error;
    },
  });
  const cluster = { server: live.endpoints.kubernetes.url, "certificate-authority-data": btoa(live.roots) };
  const config = {
    ...{ apiVersion: "v1", kind: "Config", "current-context": "sim" },
    contexts: [{ name: "sim", context: { cluster: "sim", user: "developer" } }],
    clusters: [{ name: "sim", cluster }],
    users: [{ name: "developer", user: { token: TOKEN } }],
  };
  const kubeconfig = join(folder, "kubeconfig");
  writeFileSync(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return { live, folder, kubectl: createKubectl(kubeconfig, folder) };
}

/** The columns of a table, without what aligns them; names that end in chance end in a star. */
export function rowsOf({ stdout }: Outcome): readonly string[] {
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.replaceAll(/ {2,}/g, " | ").replaceAll(/-[b-z2-9]{5,10}-[b-z2-9]{5}\b/g, "-*-*"));
}

/** A Deployment `web` of two pods that run as the scenario's service account. */
export const DEPLOYMENT = JSON.stringify({
  ...{ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" } },
  spec: {
    ...{ replicas: 2, selector: { matchLabels: { app: "web" } } },
    template: { metadata: { labels: { app: "web" } }, spec: { serviceAccountName: "my-service-account", containers: [{ name: "app", image: "web:1" }] } },
  },
});
