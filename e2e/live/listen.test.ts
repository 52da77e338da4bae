/** Who can reach what is served: the kernel's own list says where the process listens. */
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { emptyFolder, startUp } from "./up.test-support.js";

vi.setConfig({ testTimeout: 120_000 });

const HAS_PROC = existsSync("/proc/net/tcp");
if (!HAS_PROC) console.log("e2e/live/listen: not run, this system has no /proc/net/tcp");
const LISTENS = "0A";

/** Addresses that a process listens at, one for each socket: IPv4 as people write it, IPv6 as the kernel does. */
function listeningAt(pid: number | undefined): readonly string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const target = readlinkOrEmpty(`/proc/${pid}/fd/${fd}`);
      return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
    }),
  );
  return ["tcp", "tcp6", "udp", "udp6"].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode = ""]) => inodes.has(inode) && (table.startsWith("udp") || state === LISTENS))
      .map(([, local = ""]) => readable(local.split(":")[0] ?? "")),
  );
}

/** A descriptor may be closed while the list is read. */
function readlinkOrEmpty(path: string): string {
  try {
    return readlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

function readable(hex: string): string {
  if (hex.length !== 8) return hex;
  return (hex.match(/../g) ?? [])
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join(".");
}

const SERVICES = 10;

test.runIf(HAS_PROC)("nothing listens anywhere but on loopback, without --listen, and nothing warns", async () => {
  await using up = await startUp(["basic"]);
  expect(listeningAt(up.process.pid)).toEqual(Array.from({ length: SERVICES + 1 }, () => "127.0.0.1"));
  expect(up.output()).not.toContain("warning");
});

test.runIf(HAS_PROC)("with --listen the services are there, with a warning, and the control API stays on loopback", async () => {
  const folder = emptyFolder();
  await using up = await startUp(["basic", "--listen", "127.0.0.2", "--state", folder]);
  const found = listeningAt(up.process.pid);
  expect([found.filter((one) => one === "127.0.0.2").length, found.filter((one) => one === "127.0.0.1").length, found.length]).toEqual([
    SERVICES,
    1,
    SERVICES + 1,
  ]);
  expect(up.output()).toContain("warning: it listens at 127.0.0.2: whoever reaches that address may call it");
  rmSync(folder, { recursive: true, force: true });
});
