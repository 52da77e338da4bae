/** A container's process without a container: the pod's volumes, as a kubelet has written them, are mounted where the container mounts them, in a mount namespace of its own. */
import { spawnSync } from "node:child_process";

/** A folder, and where it is mounted. */
export interface Mount {
  readonly source: string;
  /** Below `/etc` or `/run`, which are empty folders of memory otherwise. */
  readonly target: string;
}

/** Why there can be no such namespace here; `null` when there can. */
export function mountNamespaceProblem(): string | null {
  const { status, stderr, error } = spawnSync("unshare", ["--mount", "true"], { encoding: "utf8" });
  if (error !== undefined) return error.message;
  return status === 0 ? null : stderr.trim();
}

/** What a process finds in `/etc` beside what is mounted: who is who, and how names are found. */
const KEPT = ["/etc/hosts", "/etc/nsswitch.conf", "/etc/passwd", "/etc/group"];

/**
 * The command that runs another with the mounts, as a user without any right beyond; nobody else sees the mounts, and they end with it.
 *
 * @param user of the process, and of its group
 * @example inMountNamespace({ mounts: [{ source: "/tmp/token", target: "/run/secrets/token" }], user: 1000 }, ["cat", "/run/secrets/token"])
 */
export function inMountNamespace(
  { mounts, user }: { readonly mounts: readonly Mount[]; readonly user: number },
  command: readonly string[],
): readonly string[] {
  const script = [
    "set -e",
    // Sources may lie below what is hidden, so they are reached by a folder of their own first.
    "mount -t tmpfs none /mnt",
    ...mounts.map(({ source }, index) => `mkdir /mnt/${index} && mount --bind '${source}' /mnt/${index}`),
    `mkdir /mnt/etc && cp ${KEPT.join(" ")} /mnt/etc 2> /dev/null || true`,
    "mount -t tmpfs none /run && mount --bind /mnt/etc /etc",
    ...mounts.map(({ target }, index) => `mkdir -p '${target}' && mount --bind /mnt/${index} '${target}'`),
    `exec setpriv --reuid ${user} --regid ${user} --groups ${user} --no-new-privs --bounding-set=-all -- "$@"`,
  ].join("\n");
  return ["unshare", "--mount", "sh", "-c", script, "sh", ...command];
}
