import { type JsonObject, SimulatorError } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createProblemList } from "../problems/problem-list.js";
import { treeOf } from "../tree/tree-of.test-support.js";
import { checkManifest } from "./check-manifest.js";

class ManifestError extends SimulatorError {
  readonly code = "MANIFEST";
}

/** What is found in a pod. */
function check(metadata: JsonObject, container: JsonObject) {
  const problems = createProblemList((found) => new ManifestError(found.map(({ message }) => message).join("; ")));
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "p", ...metadata }, spec: { containers: [{ name: "a", ...container }] } };
  checkManifest("Pod", treeOf(pod), problems);
  return problems;
}

test.each([
  { name: "as it should be", isGood: true, notices: [] },
  {
    name: "lists and maps that are left empty",
    metadata: { labels: null, annotations: null },
    container: { env: null, volumeMounts: null },
    isGood: true,
    notices: [],
  },
  { name: "an annotation that is no text is played", metadata: { annotations: { a: true } }, isGood: true, notices: ["the API server refuses the object"] },
  { name: "labels that are a list too", metadata: { labels: ["a"] }, isGood: true, notices: ["the API server refuses the object"] },
  { name: "a variable that is a number is a fault", container: { env: [{ name: "A", value: 1 }] }, isGood: false, notices: [] },
])("$name", ({ metadata = {}, container = {}, isGood, notices }) => {
  const problems = check(metadata, container);
  expect(problems.isEmpty()).toBe(isGood);
  expect(problems.notices().map(({ message }) => message)).toEqual(notices.map((notice) => expect.stringContaining(notice)));
});
