import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFilesView, createInMemoryFiles, epochMillis, type Files, VirtualClock } from "@irsa-sim/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mirrorTree } from "./mirror-tree.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let files: Files;
let to: string;
beforeEach(() => {
  files = createInMemoryFiles(new VirtualClock(epochMillis(0)));
  to = join(mkdtempSync(join(tmpdir(), "mirror-")), "token");
});
afterEach(() => rmSync(join(to, ".."), { recursive: true }));

const mirror = (seen: Files = files): void => mirrorTree({ files: seen, from: "/volume", to });

/** As the kubelet writes it. */
function project(version: string, token: string): void {
  files.makeDirectory(`/volume/..${version}`, 0o755);
  files.write(`/volume/..${version}/token`, bytes(token), 0o640);
  const old = files.lstat("/volume/..data") === null ? null : files.readLink("/volume/..data");
  files.symlink(`..${version}`, "/volume/..data_tmp");
  files.rename("/volume/..data_tmp", "/volume/..data");
  if (files.lstat("/volume/token") === null) files.symlink("..data/token", "/volume/token");
  if (old !== null) files.remove(`/volume/${old}`);
}

test("the layout is the kubelet's: a dated directory, ..data, and a link for each file", () => {
  files.makeDirectory("/volume", 0o1777);
  project("2026_01_05_09_00_00.1", "one");
  mirror();
  expect(readdirSync(to).sort()).toEqual(["..2026_01_05_09_00_00.1", "..data", "token"]);
  expect([readlinkSync(join(to, "..data")), readlinkSync(join(to, "token"))]).toEqual(["..2026_01_05_09_00_00.1", "..data/token"]);
  expect(readFileSync(join(to, "token"), "utf8")).toBe("one");
  expect([statSync(to).mode & 0o7777, statSync(join(to, "token")).mode & 0o7777]).toEqual([0o1777, 0o640]);
});

test("a refresh leaves nothing of the last one", () => {
  project("2026_01_05_09_00_00.1", "one");
  mirror();
  project("2026_01_05_10_00_00.2", "two");
  mirror();
  expect(readdirSync(to).sort()).toEqual(["..2026_01_05_10_00_00.2", "..data", "token"]);
  expect(readFileSync(join(to, "token"), "utf8")).toBe("two");
});

test("what is as it should be is not written again", () => {
  project("2026_01_05_09_00_00.1", "one");
  mirror();
  const inode = statSync(join(to, "token")).ino;
  mirror();
  expect(statSync(join(to, "token")).ino).toBe(inode);
});

test.each<{ name: string; change: () => void; mode: number; content: string }>([
  { name: "another mode", change: () => files.changeMode("/volume/file", 0o600), mode: 0o600, content: "x" },
  { name: "other content in its place", change: () => files.write("/volume/file", bytes("y")), mode: 0o644, content: "y" },
])("$name is taken over", ({ change, mode, content }) => {
  files.makeDirectory("/volume");
  files.write("/volume/file", bytes("x"), 0o644);
  mirror();
  change();
  mirror();
  expect([statSync(join(to, "file")).mode & 0o7777, readFileSync(join(to, "file"), "utf8")]).toEqual([mode, content]);
});

test("one kind of thing gives way to another", () => {
  files.makeDirectory("/volume/a/b");
  mirror();
  files.remove("/volume/a");
  files.write("/volume/a", bytes("now a file"));
  mirror();
  expect(readFileSync(join(to, "a"), "utf8")).toBe("now a file");
  files.remove("/volume/a");
  files.makeDirectory("/volume/a/c");
  mirror();
  expect(readdirSync(join(to, "a"))).toEqual(["c"]);
});

test("what the container's user may not read, nobody may", () => {
  files.makeDirectory("/volume");
  files.write("/volume/token", bytes("secret"), 0o600);
  mirror(createFilesView(files, { root: files, mounts: [], user: { uid: 1000, gids: [] } }));
  expect(statSync(join(to, "token")).mode & 0o7777).toBe(0);
  chmodSync(join(to, "token"), 0o600);
  expect(readFileSync(join(to, "token"), "utf8")).toBe("");
});

test("a volume that is gone is gone here too", () => {
  files.makeDirectory("/volume");
  mirror();
  files.remove("/volume");
  mirror();
  expect(() => statSync(to)).toThrow("ENOENT");
});
