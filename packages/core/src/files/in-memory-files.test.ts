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
    { name: "a relative path", act: (tree) => tree.read("a"), message: "EINVAL: a path begins with /, resolve 'a'" },
  ])("$name", ({ act, message }) => {
    expect(() => act(files)).toThrow(FileError);
    expect(() => act(files)).toThrow(message);
  });

  test("links that lead in a circle", () => {
    files.symlink("two", "/one");
    files.symlink("one", "/two");
    expect(() => files.read("/one")).toThrow("ELOOP: too many symbolic links encountered, open '/one'");
  });
});
