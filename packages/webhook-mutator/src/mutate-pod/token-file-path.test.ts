import { expect, test } from "vitest";
import { tokenFilePath } from "./token-file-path.js";

test.each([
  { name: "default", mountPath: "/var/run/secrets/eks.amazonaws.com/serviceaccount", path: "/var/run/secrets/eks.amazonaws.com/serviceaccount/token" },
  { name: "cleaned", mountPath: "/a//b/../c/./", path: "/a/c/token" },
  { name: "above the root", mountPath: "/../a", path: "/a/token" },
  { name: "relative", mountPath: "a/../../b", path: "../b/token" },
  { name: "empty", mountPath: "", path: "token" },
])("$name", ({ mountPath, path }) => {
  expect(tokenFilePath({ mountPath, fileName: "token" }, {})).toBe(path);
});

test.each([
  { selector: { "kubernetes.io/os": "windows" }, path: "C:\\a\\token" },
  { selector: { "beta.kubernetes.io/os": "windows" }, path: "C:\\a\\token" },
  { selector: { "kubernetes.io/os": "Windows" }, path: "/a/token" },
  { selector: { "kubernetes.io/os": "linux" }, path: "/a/token" },
  { selector: { os: "windows" }, path: "/a/token" },
])("node selector $selector", ({ selector, path }) => {
  expect(tokenFilePath({ mountPath: "/a", fileName: "token" }, selector as Record<string, string>)).toBe(path);
});
