import { describe, expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import type { FileUser } from "./files.js";
import { createFilesView } from "./files-view.js";
import { createInMemoryFiles } from "./in-memory-files.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ROOT: FileUser = { uid: 0, gids: [] };

function createView(user: FileUser = ROOT) {
  const clock = new VirtualClock(epochMillis(0));
  const host = createInMemoryFiles(clock);
  host.makeDirectory("/pods/1/token");
  host.write("/pods/1/token/token", bytes("jwt"), 0o640);
  host.changeOwner("/pods/1/token/token", 1000, 2000);
  const mounts = [{ mountPath: "/var/run/secrets", hostPath: "/pods/1/token", readOnly: true }];
  return { host, view: createFilesView(host, { root: createInMemoryFiles(clock), mounts, user }) };
}

test("a mounted directory shows the host's files", () => {
  const { host, view } = createView();
  expect(view.list("/var/run/secrets")).toEqual(["token"]);
  host.write("/pods/1/token/token", bytes("new"));
  expect(new TextDecoder().decode(view.read("/var/run/secrets/token"))).toBe("new");
});

test.each(["/var/run/secrets/", "/var//run/secrets", "/var/run/./secrets/."])("mounted at %s, it is found under the plain path", (mountPath) => {
  const host = createInMemoryFiles(new VirtualClock(epochMillis(0)));
  host.makeDirectory("/pods/1/token");
  host.write("/pods/1/token/token", bytes("jwt"));
  const view = createFilesView(host, { root: host, mounts: [{ mountPath, hostPath: "/pods/1/token", readOnly: true }], user: ROOT });
  expect([view.list("/var/run/secrets"), view.list("/var/run/secrets/")]).toEqual([["token"], ["token"]]);
  expect(new TextDecoder().decode(view.read("/var/run//secrets/token"))).toBe("jwt");
});

test("outside the mounts the container has a root of its own", () => {
  const { host, view } = createView();
  view.write("/config", bytes("mine"));
  expect(host.stat("/config")).toBeNull();
  expect(view.stat("/pods")).toBeNull();
});

test("a read-only mount cannot be written, under the path that the container used", () => {
  expect(() => createView().view.write("/var/run/secrets/token", bytes("x"))).toThrow("EROFS: read-only file system, open '/var/run/secrets/token'");
});

test("an error names the container's path, not the host's", () => {
  expect(() => createView().view.read("/var/run/secrets/none")).toThrow("ENOENT: no such file or directory, open '/var/run/secrets/none'");
});

describe("who may read a file of mode 0640 that belongs to 1000:2000", () => {
  test.each([
    { name: "root", user: ROOT, mayRead: true },
    { name: "the owner", user: { uid: 1000, gids: [] }, mayRead: true },
    { name: "a member of the group", user: { uid: 1, gids: [2000] }, mayRead: true },
    { name: "anybody else", user: { uid: 1, gids: [3] }, mayRead: false },
  ])("$name", ({ user, mayRead }) => {
    const read = (): Uint8Array => createView(user).view.read("/var/run/secrets/token");
    if (mayRead) expect(read()).toEqual(bytes("jwt"));
    else expect(read).toThrow("EACCES: permission denied, open '/var/run/secrets/token'");
  });
});
