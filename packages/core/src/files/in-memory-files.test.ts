import { beforeEach, describe, expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { FileError } from "./file-error.js";
import type { Files } from "./files.js";
import { createInMemoryFiles } from "./in-memory-files.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (files: Files, path: string): string => new TextDecoder().decode(files.read(path));

let clock: VirtualClock;
let files: Files;
beforeEach(() => {
  clock = new VirtualClock(epochMillis(1000));
  files = createInMemoryFiles(clock);
  files.makeDirectory("/a/b", 0o750);
  files.write("/a/b/file", bytes("one"), 0o600);
});

test("a file is read as it was written, and keeps its inode when it is written again", () => {
  const before = files.stat("/a/b/file");
  files.write("/a/b/file", bytes("two"));
  expect(textOf(files, "/a/b/file")).toBe("two");
  expect(files.stat("/a/b/file")).toEqual({ ...before, mode: 0o600 });
});

test("what was written is a copy", () => {
  const content = bytes("abc");
  files.write("/copy", content);
  content[0] = 0;
  expect(textOf(files, "/copy")).toBe("abc");
});

test("status tells kind, mode, owner and time", () => {
  files.changeOwner("/a/b/file", 1000, 2000);
  files.changeMode("/a/b/file", 0o640);
  expect(files.stat("/a/b/file")).toMatchObject({ kind: "file", mode: 0o640, uid: 1000, gid: 2000, modifiedAt: 1000 });
  expect(files.stat("/a/b")).toMatchObject({ kind: "directory", mode: 0o750 });
  expect(files.stat("/nowhere")).toBeNull();
});

describe("symlinks", () => {
  test.each([
    { name: "relative", target: "b/file", path: "/a/link" },
    { name: "absolute", target: "/a/b/file", path: "/link" },
    { name: "up and down", target: "../b/file", path: "/a/b/link" },
    { name: "through a directory link", target: "/a/b", path: "/dir", read: "/dir/file" },
  ])("$name", ({ target, path, read = path }) => {
    files.symlink(target, path);
    expect(textOf(files, read)).toBe("one");
    expect(files.readLink(path)).toBe(target);
    expect(files.lstat(path)?.kind).toBe("symlink");
  });

  test("a dangling link reads as missing, and is there", () => {
    files.symlink("nowhere", "/a/link");
    expect(files.stat("/a/link")).toBeNull();
    expect(files.lstat("/a/link")?.kind).toBe("symlink");
  });

  test("what is written to a link is written where it leads, and the link stays", () => {
    files.symlink("b/file", "/a/link");
    files.write("/a/link", bytes("two"));
    expect([textOf(files, "/a/b/file"), files.readLink("/a/link")]).toEqual(["two", "b/file"]);
  });

  test("what is made below a link to a directory is made in that directory", () => {
    files.symlink("/a/b", "/dir");
    files.write("/dir/new", bytes("two"));
    expect(files.list("/a/b")).toEqual(["file", "new"]);
  });

  test("a rename over a link moves the link, not what it points to", () => {
    files.symlink("b", "/a/current");
    files.symlink("elsewhere", "/a/next");
    files.rename("/a/next", "/a/current");
    expect(files.readLink("/a/current")).toBe("elsewhere");
    expect(files.list("/a")).toEqual(["b", "current"]);
  });
});

describe("what a file tree refuses", () => {
  test.each<{ readonly name: string; readonly act: (files: Files) => unknown; readonly message: string }>([
    { name: "reading what is not there", act: (tree) => tree.read("/x"), message: "ENOENT: no such file or directory, open '/x'" },
    { name: "reading a directory", act: (tree) => tree.read("/a"), message: "EISDIR: illegal operation on a directory, read '/a'" },
    { name: "a file as a directory", act: (tree) => tree.read("/a/b/file/x"), message: "ENOTDIR: not a directory, open '/a/b/file/x'" },
    { name: "writing below what is not there", act: (tree) => tree.write("/x/y", bytes("")), message: "ENOENT: no such file or directory, open '/x/y'" },
    { name: "writing to a directory", act: (tree) => tree.write("/a", bytes("")), message: "EISDIR: illegal operation on a directory, open '/a'" },
    { name: "a link where something is", act: (tree) => tree.symlink("x", "/a/b"), message: "EEXIST: file already exists, symlink '/a/b'" },
    { name: "a directory where a file is", act: (tree) => tree.makeDirectory("/a/b/file"), message: "EEXIST: file already exists, mkdir '/a/b/file'" },
    { name: "reading a link that is none", act: (tree) => tree.readLink("/a/b/file"), message: "EINVAL: invalid argument, readlink '/a/b/file'" },
    { name: "removing what is not there", act: (tree) => tree.remove("/x"), message: "ENOENT: no such file or directory, rm '/x'" },
    { name: "renaming what is not there", act: (tree) => tree.rename("/x", "/y"), message: "ENOENT: no such file or directory, rename '/x'" },
    { name: "a file onto a directory", act: (tree) => tree.rename("/a/b/file", "/a"), message: "EISDIR: illegal operation on a directory, rename '/a'" },
    { name: "a directory onto a file", act: (tree) => tree.rename("/a", "/a/b/file"), message: "ENOTDIR: not a directory, rename '/a/b/file'" },
    {
      name: "a directory onto a full one",
      act: (tree) => [tree.makeDirectory("/x"), tree.rename("/x", "/a")],
      message: "ENOTEMPTY: directory not empty, rename '/a'",
    },
    { name: "renaming to what is not there", act: (tree) => tree.rename("/a/b/file", "/x/y"), message: "ENOENT: no such file or directory, rename '/x/y'" },
    { name: "a link's target that is not there", act: (tree) => tree.readLink("/x"), message: "ENOENT: no such file or directory, readlink '/x'" },
    { name: "a mode of nothing", act: (tree) => tree.changeMode("/x", 0), message: "ENOENT: no such file or directory, chmod '/x'" },
    { name: "an owner of nothing", act: (tree) => tree.changeOwner("/x", 0, 0), message: "ENOENT: no such file or directory, lchown '/x'" },
    { name: "listing a file", act: (tree) => tree.list("/a/b/file"), message: "ENOTDIR: not a directory, scandir '/a/b/file'" },
    { name: "listing what is not there", act: (tree) => tree.list("/x"), message: "ENOENT: no such file or directory, scandir '/x'" },
    { name: "a directory below a file", act: (tree) => tree.makeDirectory("/a/b/file/x"), message: "ENOTDIR: not a directory, mkdir '/a/b/file/x'" },
    { name: "writing below a file", act: (tree) => tree.write("/a/b/file/x", bytes("")), message: "ENOTDIR: not a directory, open '/a/b/file/x'" },
    { name: "linking below a file", act: (tree) => tree.symlink("x", "/a/b/file/x"), message: "ENOTDIR: not a directory, symlink '/a/b/file/x'" },
    { name: "removing the root", act: (tree) => tree.remove("/"), message: "EINVAL: invalid argument, rm '/'" },
    { name: "removing what is above", act: (tree) => tree.remove("/a/b/.."), message: "EINVAL: invalid argument, rm '/a/b/..'" },
    { name: "a relative path", act: (tree) => tree.read("a"), message: "EINVAL: a path begins with /, resolve 'a'" },
  ])("$name", ({ act, message }) => {
    expect(() => act(files)).toThrow(FileError);
    expect(() => act(files)).toThrow(message);
  });

  test("a directory where a link leads nowhere", () => {
    files.symlink("nowhere", "/a/link");
    expect(() => files.makeDirectory("/a/link/x")).toThrow("EEXIST: file already exists, mkdir '/a/link'");
  });

  test("the forty-first link on the way", () => {
    files.symlink("a/b/file", "/link-0");
    for (let count = 1; count <= 40; count += 1) files.symlink(`link-${count - 1}`, `/link-${count}`);
    expect(textOf(files, "/link-39")).toBe("one");
    expect(() => files.read("/link-40")).toThrow("ELOOP: too many symbolic links encountered, open '/link-40'");
  });

  test("links that lead in a circle", () => {
    files.symlink("two", "/one");
    files.symlink("one", "/two");
    expect(() => files.read("/one")).toThrow("ELOOP: too many symbolic links encountered, open '/one'");
  });
});

test.each([
  { name: "a slash too many", path: "//a///b/./file/" },
  { name: "above the root is the root", path: "/../../a/b/file" },
  { name: "down and up", path: "/a/b/../b/../../a/b/file" },
  { name: "up from where a link leads, and not from where it stands", path: "/far/../b/file" },
])("$path: $name", ({ path }) => {
  files.symlink("/a/b", "/far");
  expect(textOf(files, path)).toBe("one");
});

test("missing parents get the same mode, and what is there keeps its own", () => {
  files.makeDirectory("/a/b/c/d", 0o700);
  files.makeDirectory("/plain");
  files.write("/plain/file", bytes(""));
  files.symlink("file", "/plain/link");
  const modeOf = (path: string) => files.lstat(path)?.mode;
  expect(["/a/b", "/a/b/c", "/a/b/c/d", "/plain", "/plain/file", "/plain/link", "/"].map(modeOf)).toEqual([0o750, 0o700, 0o700, 0o755, 0o644, 0o777, 0o755]);
});

test("modes are those of what a link leads to, and owners the link's own", () => {
  files.symlink("b/file", "/a/link");
  files.changeMode("/a/link", 0o400);
  files.changeOwner("/a/link", 7, 8);
  expect(files.lstat("/a/b/file")).toMatchObject({ mode: 0o400, uid: 0, gid: 0 });
  expect(files.lstat("/a/link")).toMatchObject({ mode: 0o777, uid: 7, gid: 8 });
});

test("a file that is written again has the new time; one that takes another's place is another", async () => {
  const before = files.stat("/a/b/file");
  await clock.advanceBy(5);
  files.write("/a/b/file", bytes("two"));
  files.write("/a/b/other", bytes("three"));
  expect(files.stat("/a/b/file")).toEqual({ ...before, modifiedAt: 1005 });
  files.rename("/a/b/other", "/a/b/file");
  expect(files.stat("/a/b/file")?.inode).not.toBe(before?.inode);
  expect([textOf(files, "/a/b/file"), files.list("/a/b")]).toEqual(["three", ["file"]]);
});

test("a rename onto itself leaves it, and an empty directory makes room for another", () => {
  files.rename("/a/b/file", "/a/b/file");
  files.makeDirectory("/empty");
  files.rename("/a/b", "/empty");
  expect([textOf(files, "/empty/file"), files.list("/a")]).toEqual(["one", []]);
});

describe("where a path leads is known anew after each change", () => {
  test.each<{ readonly name: string; readonly change: (files: Files) => void; readonly there: boolean }>([
    { name: "write", change: (tree) => tree.write("/new", bytes("")), there: true },
    { name: "makeDirectory", change: (tree) => tree.makeDirectory("/new"), there: true },
    { name: "symlink", change: (tree) => tree.symlink("a", "/new"), there: true },
    { name: "rename", change: (tree) => tree.rename("/a/b/file", "/new"), there: true },
    { name: "remove", change: (tree) => [tree.write("/new", bytes("")), tree.stat("/new"), tree.lstat("/new"), tree.remove("/new")], there: false },
  ])("$name", ({ change, there }) => {
    expect([files.stat("/new"), files.lstat("/new")]).toEqual([null, null]);
    const before = files.revision?.() ?? 0;
    change(files);
    expect([files.stat("/new") !== null, files.lstat("/new") !== null]).toEqual([there, there]);
    expect(files.revision?.()).toBeGreaterThan(before);
  });

  test.each<{ readonly name: string; readonly act: (files: Files) => unknown; readonly more: number }>([
    { name: "a change of mode is one", act: (tree) => tree.changeMode("/a", 0o700), more: 1 },
    { name: "a change of owner is one", act: (tree) => tree.changeOwner("/a", 1, 1), more: 1 },
    { name: "new content is one", act: (tree) => tree.write("/a/b/file", bytes("x")), more: 1 },
    { name: "looking is none", act: (tree) => [tree.read("/a/b/file"), tree.stat("/a"), tree.lstat("/x"), tree.list("/a")], more: 0 },
  ])("$name", ({ act, more }) => {
    const before = files.revision?.() ?? 0;
    act(files);
    expect(files.revision?.()).toBe(before + more);
  });
});
