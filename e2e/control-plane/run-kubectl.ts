/** A real kubectl, run once. */
import { spawn } from "node:child_process";
import { installKubectl } from "../kubectl/install-kubectl.js";

/** What kubectl made of its arguments. */
export interface KubectlOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs it.
 *
 * @param stdin for `-f -`
 * @throws {Error} when kubectl cannot be had here
 * @example await runKubectl(["get", "pods"], "", { kubeconfig: "/tmp/plane/files/admin.kubeconfig", home: "/tmp/plane" });
 */
export function runKubectl(args: readonly string[], stdin: string, of: { readonly kubeconfig: string; readonly home: string }): Promise<KubectlOutcome> {
  const installed = installKubectl();
  if ("problem" in installed) throw new Error(`no kubectl: ${installed.problem}`);
  return new Promise((resolve, reject) => {
    const child = spawn(installed.path, args, { env: { PATH: process.env.PATH ?? "", HOME: of.home, KUBECONFIG: of.kubeconfig } });
    const written = { stdout: "", stderr: "" };
    child.stdout.on("data", (data) => {
      written.stdout += String(data);
    });
    child.stderr.on("data", (data) => {
      written.stderr += String(data);
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...written }));
    child.stdin.end(stdin);
  });
}
