import { createInMemoryFiles, createTrace, epochMillis, type NoteEvent, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { withRealpathCache } from "./realpath-cache.js";

const TTL_MS = 120_000;

/** A volume as the kubelet writes it, and somebody who reads it. */
function createVolume() {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const files = createInMemoryFiles(clock);
  const write = (path: string, text: string): void => {
    files.makeDirectory(path.slice(0, path.lastIndexOf("/")));
    files.write(path, new TextEncoder().encode(text));
  };
  write("/v/..1/token", "first");
  files.symlink("..1", "/v/..data");
  files.symlink("..data/token", "/v/token");
  const seen = withRealpathCache(files, { ttlMs: TTL_MS, clock, root: trace.root });
  return {
    clock,
    files,
    write,
    read: (path = "/v/token") => new TextDecoder().decode(seen.read(path)),
    swap(text: string) {
      write("/v/..2/token", text);
      files.symlink("..2", "/v/..data_tmp");
      files.rename("/v/..data_tmp", "/v/..data");
      files.remove("/v/..1");
    },
    notes: () => trace.events.filter((event): event is NoteEvent => event.kind === "note").map(({ attributes }) => attributes),
  };
}

test("after a swap the old place is looked at, which is gone, until the entry is too old", async () => {
  const { clock, read, swap, notes } = createVolume();
  expect(read()).toBe("first");
  await clock.advanceBy(60_000);
  swap("second");
  expect(() => read()).toThrow("ENOENT: no such file or directory, open '/v/..1/token'");
  expect(notes()).toEqual([{ path: "/v/token", realPath: "/v/..1/token", since: "1970-01-01T00:00:00Z", exists: false }]);
  await clock.advanceBy(TTL_MS - 60_001);
  expect(() => read()).toThrow("ENOENT");
  await clock.advanceBy(1);
  expect(read()).toBe("second");
});

test("an entry's time counts from when it was made, not from when it was used", async () => {
  const { clock, read, swap } = createVolume();
  read();
  await clock.advanceBy(TTL_MS - 1);
  read();
  swap("second");
  await clock.advanceBy(1);
  expect(read()).toBe("second");
});

test("what cannot be read is not remembered", () => {
  const { read, write } = createVolume();
  expect(() => read("/o/other")).toThrow("ENOENT");
  write("/o/other", "there");
  expect(read("/o/other")).toBe("there");
});

test("links that lead up or begin at the root", () => {
  const { files, read, swap, write } = createVolume();
  files.makeDirectory("/a/b");
  files.symlink("../../v/token", "/a/b/up");
  files.symlink("/v/token", "/a/absolute");
  expect([read("/a/b/up"), read("/a/absolute")]).toEqual(["first", "first"]);
  swap("second");
  expect(() => read("/a/b/up")).toThrow("'/v/..1/token'");
  expect(() => read("/a/absolute")).toThrow("'/v/..1/token'");
  write("/plain/file", "as it is");
  expect([read("/plain/file"), read("/plain/file")]).toEqual(["as it is", "as it is"]);
});
