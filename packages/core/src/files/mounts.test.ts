import { beforeEach, describe, expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import type { Files } from "./files.js";
import { createFilesView } from "./files-view.js";
import { createInMemoryFiles } from "./in-memory-files.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let host: Files;
let root: Files;
let view: Files;
beforeEach(() => {
  const clock = new VirtualClock(epochMillis(0));
  [host, root] = [createInMemoryFiles(clock), createInMemoryFiles(clock)];
  for (const name of ["fixed", "open", "inner"]) {
    host.makeDirectory(`/${name}`);
    host.write(`/${name}/file`, bytes(name));
    host.symlink("file", `/${name}/link`);
  }
  root.makeDirectory("/fixedly");
  root.write("/fixedly/file", bytes("own"));
  const mounts = [
    { mountPath: "/fixed", hostPath: "/fixed", readOnly: true },
    { mountPath: "/open", hostPath: "/open", readOnly: false },
    { mountPath: "/open/deep/inner", hostPath: "/inner", readOnly: true },
  ];
  view = createFilesView(host, { root, mounts, user: { uid: 0, gids: [] } });
});

test.each([
  { path: "/fixed/file", content: "fixed" },
  { path: "/fixed/link", content: "fixed" },
  { path: "/fixedly/file", content: "own" },
  { path: "/open/file", content: "open" },
  { path: "/open/deep/inner/file", content: "inner" },
])("$path leads to the nearest mount, at the border of a name", ({ path, content }) => {
  expect(new TextDecoder().decode(view.read(path))).toBe(content);
});

const changes: readonly { readonly name: string; readonly call: string; readonly act: (files: Files, at: string) => void }[] = [
  { name: "write", call: "open", act: (files, at) => files.write(`${at}/file`, bytes("x")) },
  { name: "makeDirectory", call: "mkdir", act: (files, at) => files.makeDirectory(`${at}/file`) },
  { name: "symlink", call: "symlink", act: (files, at) => files.symlink("x", `${at}/file`) },
  { name: "rename", call: "rename", act: (files, at) => files.rename(`${at}/file`, `${at}/other`) },
  { name: "remove", call: "rm", act: (files, at) => files.remove(`${at}/file`) },
  { name: "changeMode", call: "chmod", act: (files, at) => files.changeMode(`${at}/file`, 0o600) },
  { name: "changeOwner", call: "lchown", act: (files, at) => files.changeOwner(`${at}/file`, 1, 2) },
];

describe("what changes something is refused in a read-only mount, and leaves it as it is", () => {
  test.each(changes)("$name", ({ call, act }) => {
    const before = host.revision?.();
    expect(() => act(view, "/fixed")).toThrow(`EROFS: read-only file system, ${call} '/fixed/file'`);
    expect(host.revision?.()).toBe(before);
  });
});

test("in a writable mount it happens on the host's disk", () => {
  view.write("/open/new", bytes("x"), 0o600);
  view.makeDirectory("/open/directory", 0o700);
  view.symlink("new", "/open/symlink");
  view.rename("/open/link", "/open/renamed");
  view.remove("/open/file");
  view.changeMode("/open/new", 0o640);
  view.changeOwner("/open/new", 1, 2);
  expect(host.list("/open")).toEqual(["directory", "new", "renamed", "symlink"]);
  expect(view.list("/open")).toEqual(host.list("/open"));
  expect(view.stat("/open/symlink")).toMatchObject({ kind: "file", mode: 0o640, uid: 1, gid: 2 });
  expect(view.lstat("/open/symlink")).toMatchObject({ kind: "symlink" });
  expect(view.readLink("/open/renamed")).toBe("file");
  expect(host.stat("/open/directory")?.mode).toBe(0o700);
});

test.each([
  { name: "out of a mount", from: "/open/file", to: "/fixedly/new", message: "EXDEV: cross-device link not permitted, rename '/fixedly/new'" },
  { name: "into a mount", from: "/fixedly/file", to: "/open/new", message: "EXDEV: cross-device link not permitted, rename '/open/new'" },
  { name: "onto a read-only mount", from: "/open/file", to: "/fixed/new", message: "EROFS: read-only file system, rename '/fixed/new'" },
])("a rename $name is refused", ({ from, to, message }) => {
  expect(() => view.rename(from, to)).toThrow(message);
});

test("what is no file error passes as it is", () => {
  const broken = {
    ...host,
    read: () => {
      throw new RangeError("a fault of the simulator");
    },
  };
  const mounts = [{ mountPath: "/mount", hostPath: "/fixed", readOnly: false }];
  expect(() => createFilesView(broken, { root, mounts, user: { uid: 0, gids: [] } }).read("/mount/file")).toThrow(RangeError);
});
