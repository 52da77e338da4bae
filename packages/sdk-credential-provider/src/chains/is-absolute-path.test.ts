import { expect, test } from "vitest";
import { isAbsolutePath } from "./is-absolute-path.js";

test.each([
  { os: "linux", path: "/var/run/token", absolute: true },
  { os: "linux", path: "var/run/token", absolute: false },
  { os: "linux", path: "C:\\var\\run\\token", absolute: false },
  { os: "windows", path: "C:\\var\\run\\token", absolute: true },
  { os: "windows", path: "c:/var/run/token", absolute: true },
  { os: "windows", path: "\\\\server\\share\\token", absolute: true },
  { os: "windows", path: "/var/run/token", absolute: false },
  { os: "windows", path: "\\var\\run\\token", absolute: false },
  { os: "windows", path: "C:token", absolute: false },
] as const)("$path on $os: $absolute", ({ os, path, absolute }) => {
  expect(isAbsolutePath(path, os)).toBe(absolute);
});
