import { spawnSync } from "node:child_process";

/** What everything else needs: namespaces of a user's own, the loopback device, and a user within. */
const PROBE = "ip link set lo up && unshare --user --map-user=1000 --map-group=1000 true";

/** How a program is started in a network and mount namespace of its own, with rights over those alone. */
export const ENTER = ["unshare", "--user", "--map-root-user", "--net", "--mount", "--"] as const;

/**
 * Why this machine gives no network and paths of its own to a process.
 *
 * @returns `null` when it does
 */
export function findIsolationProblem(platform: string = process.platform): string | null {
  if (platform !== "linux") return `${platform} has no network namespaces`;
  const [program, ...words] = ENTER;
  const { status, error, stderr } = spawnSync(program, [...words, "sh", "-c", PROBE], { encoding: "utf8" });
  if (status === 0) return null;
  return error?.message ?? (stderr.trim() === "" ? `unshare ended with ${status}` : stderr.trim());
}
