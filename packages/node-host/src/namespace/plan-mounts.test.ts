import { expect, test } from "vitest";
import { type Disk, MountPointError, planMounts } from "./plan-mounts.js";

type Tree = { readonly [name: string]: Tree | "file" | `-> ${string}` };

const TREE: Tree = {
  etc: { hosts: "file" },
  run: { lock: {}, "docker.sock": "file" },
  var: { run: "-> /run" },
  sim: { token: {}, hosts: "file" },
};

/** A disk as a tree of names. */
function diskOf(tree: Tree): Disk {
  const find = (path: string): { readonly real: string; readonly node: Tree | "file" } | null => {
    let [real, node]: [string, Tree | string] = ["", tree];
    for (const name of path.split("/").filter((segment) => segment !== "")) {
      const next: Tree | string | undefined = typeof node === "string" ? undefined : node[name];
      if (next === undefined) return null;
      if (typeof next === "string" && next.startsWith("-> ")) {
        real = next.slice(3);
        node = find(real)?.node ?? "file";
      } else [real, node] = [`${real}/${name}`, next];
    }
    return { real: real === "" ? "/" : real, node: node as Tree | "file" };
  };
  return {
    kindOf(path) {
      const found = find(path);
      return found === null ? null : found.node === "file" ? "file" : "directory";
    },
    list: (directory) =>
      Object.entries(find(directory)?.node ?? {}).map(([name, node]) =>
        typeof node === "string" && node.startsWith("-> ")
          ? { name, kind: "link", target: node.slice(3) }
          : { name, kind: node === "file" ? "file" : "directory", target: null },
      ),
    realPath: (path) => find(path)?.real ?? path,
  };
}

const plan = (...binds: readonly [source: string, target: string][]) =>
  planMounts(
    binds.map(([source, target]) => ({ source, target })),
    diskOf(TREE),
    "/sim/staging",
  ).map((command) => command.join(" "));

test("a path that is there is covered", () => {
  expect(plan(["/sim/hosts", "/etc/hosts"])).toEqual(["mount --bind /sim/hosts /etc/hosts"]);
});

test("for a path that is not there, the nearest directory is replaced by one in memory with all that is in it", () => {
  expect(plan(["/sim/token", "/var/run/secrets/token"])).toEqual([
    "mkdir /sim/staging/0",
    "mount -t tmpfs -o mode=755 tmpfs /sim/staging/0",
    "mkdir /sim/staging/0/lock",
    "mount --rbind /run/lock /sim/staging/0/lock",
    "touch /sim/staging/0/docker.sock",
    "mount --rbind /run/docker.sock /sim/staging/0/docker.sock",
    "mount --rbind /sim/staging/0 /run",
    "mkdir -p /run/secrets/token",
    "mount --bind /sim/token /var/run/secrets/token",
  ]);
});

test("a directory is replaced once, however many paths are missing in it, and its links stay links", () => {
  const commands = plan(["/sim/token", "/var/a"], ["/sim/hosts", "/var/b/c"]);
  expect(commands.filter((command) => command.startsWith("mount -t tmpfs"))).toHaveLength(1);
  expect(commands).toContain("ln -s /run /sim/staging/0/run");
  expect(commands.slice(-5)).toEqual([
    "mkdir -p /var/a",
    "mount --bind /sim/token /var/a",
    "mkdir -p /var/b",
    "touch /var/b/c",
    "mount --bind /sim/hosts /var/b/c",
  ]);
});

test("nothing can be mounted in the place of the root directory", () => {
  expect(() => plan(["/sim/token", "/token"])).toThrow(MountPointError);
});
