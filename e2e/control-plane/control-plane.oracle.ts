/** The control plane of the tests itself: what it has, and that nothing of it stays or is reachable from elsewhere. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { controlPlaneProblem, startControlPlane } from "./start-control-plane.js";

const problem = controlPlaneProblem();
if (problem !== null) console.log(`skipped: no control plane (${problem})`);

describe.skipIf(problem !== null)("a control plane", () => {
  test("has its first objects, a node and a kubectl", async () => {
    await using plane = await startControlPlane({ kubelet: true });
    const { stdout } = await plane.kubectl(["get", "namespaces,nodes", "-o", "name"]);
    expect(stdout.trim().split("\n").sort()).toEqual([
      "namespace/default",
      "namespace/kube-node-lease",
      "namespace/kube-public",
      "namespace/kube-system",
      "node/node-1",
    ]);
    expect(plane.podFolderOf("1")).toMatch(/\/hollow-kubelet\.\d+\/pods\/1$/);
  });

  test("listens on loopback alone, and leaves nothing behind", async () => {
    const plane = await startControlPlane({ kubelet: true });
    const pids = pidsIn(plane.folder);
    const listeners = listenersOf(pids);
    await plane.close();
    expect(pids).toHaveLength(4);
    expect(listeners.length).toBeGreaterThanOrEqual(3);
    expect(listeners.filter((address) => !/^127\.0\.0\.1:\d+$/.test(address))).toEqual([]);
    expect({ folder: existsSync(plane.folder), pids: pidsIn(plane.folder) }).toEqual({ folder: false, pids: [] });
  });

  test("that cannot start says why, and leaves nothing behind", async () => {
    const temporary = mkdtempSync(join(tmpdir(), "no-control-plane-"));
    vi.stubEnv("TMPDIR", temporary);
    await expect(startControlPlane({ apiServerArguments: ["--no-such-flag"] })).rejects.toThrow(
      /^kube-apiserver ended with 1: .*unknown flag: --no-such-flag/s,
    );
    vi.unstubAllEnvs();
    expect(readdirSync(temporary)).toEqual([]);
    rmSync(temporary, { recursive: true });
  });

  test("shows its keys to anybody, or to service accounts alone", async () => {
    await using open = await startControlPlane();
    expect((await open.request({ path: "/openid/v1/jwks", token: null })).status).toBe(200);
    await using closed = await startControlPlane({ publicDiscovery: false });
    expect((await closed.request({ path: "/openid/v1/jwks", token: null })).status).toBe(403);
  });
});

/** The processes that work in a folder. */
function pidsIn(folder: string): readonly string[] {
  const ofProcess = (pid: string): string => {
    try {
      return readlinkSync(join("/proc", pid, "cwd"));
    } catch {
      return "";
    }
  };
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && ofProcess(pid) === folder);
}

/** The addresses on which processes listen, over TCP of either version. */
function listenersOf(pids: readonly string[]): readonly string[] {
  const lines = execFileSync("ss", ["-Hltnp"], { encoding: "utf8" }).trim().split("\n");
  return lines.filter((line) => pids.some((pid) => line.includes(`pid=${pid},`))).map((line) => line.split(/\s+/)[3] ?? "");
}
