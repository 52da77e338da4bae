/** The control plane of the tests itself: what it has, and that nothing of it stays or is reachable from elsewhere. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
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
    expect(listeners.filter((address) => !address.startsWith("0100007F:"))).toEqual([]);
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
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && linkOf(join("/proc", pid, "cwd")) === folder);
}

/** The addresses on which processes listen, over TCP of either version, as the kernel writes them: an address in hex, least byte first, and a port. */
function listenersOf(pids: readonly string[]): readonly string[] {
  const sockets = new Set(pids.flatMap((pid) => readdirSync(join("/proc", pid, "fd")).map((fd) => linkOf(join("/proc", pid, "fd", fd)))));
  const lines = ["tcp", "tcp6"].flatMap((version) => readFileSync(join("/proc/net", version), "utf8").trim().split("\n").slice(1));
  return lines.flatMap((line) => {
    const [, address = "", , state, , , , , , inode] = line.trim().split(/\s+/);
    return state === LISTENS && sockets.has(`socket:[${inode}]`) ? [address] : [];
  });
}

/** Of a socket, in the kernel's tables. */
const LISTENS = "0A";

/** Where a link leads; nowhere, when what it belonged to is gone by now. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (!["ENOENT", "EACCES", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return "";
  }
}
