import { createInMemoryFiles, epochMillis, FileError, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { windowsFiles } from "./windows-files.js";

const files = createInMemoryFiles(new VirtualClock(epochMillis(0)));
files.makeDirectory("/var/run");
files.write("/var/run/token", new TextEncoder().encode("jwt"));

test.each(["C:\\var\\run\\token", "c:/var/run/token", "\\var\\run\\token", "/var/run/token"])("%s", (path) => {
  expect(new TextDecoder().decode(windowsFiles(files).read(path))).toBe("jwt");
  expect(windowsFiles(files).stat(path)?.kind).toBe("file");
});

test("what is not there is not there", () => {
  expect(() => windowsFiles(files).read("C:\\var\\other")).toThrow(FileError);
});
