import { createInMemoryFiles, createRandom, epochMillis, type Files, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type AtomicWriterOptions, type ProjectedFile, writeAtomically } from "./atomic-writer.js";

const VOLUME = "/volume";

let clock: VirtualClock;
let files: Files;
let options: AtomicWriterOptions;
beforeEach(() => {
  clock = new VirtualClock(epochMillis(Date.UTC(2025, 5, 12, 18, 31, 44)));
  files = createInMemoryFiles(clock);
  files.makeDirectory(VOLUME, 0o1777);
  options = { files, directory: VOLUME, clock, random: createRandom("writer") };
});

const payloadOf = (contents: Readonly<Record<string, string>>): ReadonlyMap<string, ProjectedFile> =>
  new Map(Object.entries(contents).map(([path, text]) => [path, { content: new TextEncoder().encode(text), mode: 0o600, uid: 1000, gid: 2000 }]));
const write = (contents: Readonly<Record<string, string>>) => writeAtomically(options, payloadOf(contents));
const textAt = (path: string): string => new TextDecoder().decode(files.read(`${VOLUME}/${path}`));

test("the first write makes a directory with the time in its name, and two links", () => {
  const { changed, dataDirectory } = write({ token: "one" });
  expect(changed).toBe(true);
  expect(dataDirectory).toMatch(/^\.\.2025_06_12_18_31_44\.\d+$/);
  expect(files.readLink(`${VOLUME}/..data`)).toBe(dataDirectory);
  expect(files.readLink(`${VOLUME}/token`)).toBe("..data/token");
  expect(files.list(VOLUME)).toEqual([dataDirectory, "..data", "token"].sort());
  expect(files.stat(`${VOLUME}/token`)).toMatchObject({ mode: 0o600, uid: 1000, gid: 2000 });
  expect(files.stat(`${VOLUME}/${dataDirectory}`)?.mode).toBe(0o755);
  expect(textAt("token")).toBe("one");
});

test("links belong to the volume's group, and one that is seen to whom its file belongs, as a real kubelet leaves them", () => {
  options = { ...options, directoryOwnership: { mode: 0o2755, uid: 0, gid: 2000 } };
  write({ token: "one" });
  expect(files.lstat(`${VOLUME}/token`)).toMatchObject({ kind: "symlink", uid: 1000, gid: 2000 });
  expect(files.lstat(`${VOLUME}/..data`)).toMatchObject({ kind: "symlink", uid: 0, gid: 2000 });
});

test("the same content again touches nothing", async () => {
  const first = write({ token: "one" });
  const before = files.stat(`${VOLUME}/token`);
  await clock.advanceBy(60_000);
  expect(write({ token: "one" })).toEqual({ changed: false, dataDirectory: first.dataDirectory });
  expect(files.stat(`${VOLUME}/token`)).toEqual(before);
});

test("a new token moves ..data only, and the old directory goes", async () => {
  const first = write({ token: "one" });
  const link = files.lstat(`${VOLUME}/token`);
  await clock.advanceBy(1000);
  const second = write({ token: "two" });
  expect(second.dataDirectory).not.toBe(first.dataDirectory);
  expect(files.lstat(`${VOLUME}/token`)).toEqual(link);
  expect(files.stat(`${VOLUME}/${first.dataDirectory}`)).toBeNull();
  expect(textAt("token")).toBe("two");
});

test("a missing visible link is made again, even when nothing else changed", () => {
  write({ token: "one" });
  files.remove(`${VOLUME}/token`);
  expect(write({ token: "one" }).changed).toBe(false);
  expect(textAt("token")).toBe("one");
});

test("a path that is no longer wanted goes, link and file", () => {
  write({ token: "one", "certs/ca.crt": "pem" });
  write({ token: "one" });
  expect(files.list(VOLUME).filter((name) => !name.startsWith(".."))).toEqual(["token"]);
});

test("a path of several segments has one link, for its first", () => {
  write({ "a/b/token": "deep" });
  expect(files.readLink(`${VOLUME}/a`)).toBe("..data/a");
  expect(textAt("a/b/token")).toBe("deep");
});

describe("paths that leave the volume, or could be taken for its own", () => {
  test.each(["", "/token", "../token", "a/../b", "..data", `${"x".repeat(256)}`])("%j", (path) => {
    expect(() => write({ [path]: "x" })).toThrow("EINVAL: invalid path in the payload");
    expect(files.list(VOLUME)).toEqual([]);
  });
});

test("after any sequence of payloads the visible tree is the last payload, and one directory of data is left", () => {
  const name = fc.constantFrom("token", "ca.crt", "namespace");
  const payload = fc.dictionary(name, fc.string({ maxLength: 4 }), { minKeys: 1 });
  fc.assert(
    fc.property(fc.array(payload, { minLength: 1, maxLength: 6 }), (payloads) => {
      files = createInMemoryFiles(clock);
      files.makeDirectory(VOLUME);
      options = { ...options, files };
      for (const contents of payloads) write(contents);
      const last = payloads.at(-1) as Readonly<Record<string, string>>;
      const visible = files.list(VOLUME).filter((entry) => !entry.startsWith(".."));
      expect(Object.fromEntries(visible.map((entry) => [entry, textAt(entry)]))).toEqual(Object.fromEntries(Object.entries(last)));
      expect(files.list(VOLUME).filter((entry) => entry.startsWith("..2")).length).toBe(1);
    }),
  );
});

test("a reader sees the old content or the new one at every step of the switch", () => {
  write({ token: "old" });
  const seen: string[] = [];
  const watched: Files = Object.fromEntries(
    Object.entries(files).map(([operation, act]) => [
      operation,
      (...parameters: never[]) => {
        const result: unknown = (act as (...all: never[]) => unknown)(...parameters);
        seen.push(textAt("token"));
        return result;
      },
    ]),
  ) as unknown as Files;
  writeAtomically({ ...options, files: watched }, payloadOf({ token: "new" }));
  expect(new Set(seen)).toEqual(new Set(["old", "new"]));
  expect(seen.indexOf("new")).toBeGreaterThan(seen.lastIndexOf("old"));
});
