import { expect, test } from "vitest";
import { decideEnding, type EndingPod } from "./decide-ending.js";

const OF_JOB: EndingPod = { ownerReferences: [{ kind: "Job", controller: true }] };

test.each<{ readonly name: string; readonly pod: EndingPod; readonly ending: ReturnType<typeof decideEnding> }>([
  { name: "a pod of nobody", pod: {}, ending: null },
  { name: "a pod of a ReplicaSet", pod: { ownerReferences: [{ kind: "ReplicaSet", controller: true }] }, ending: null },
  { name: "a pod of a Job", pod: OF_JOB, ending: { afterMs: 5000, exitCode: 0 } },
  { name: "a pod that a Job does not control", pod: { ownerReferences: [{ kind: "Job" }] }, ending: null },
  { name: "a pod that says how long", pod: { annotations: { "irsa-sim/runs-for": "1m30s" } }, ending: { afterMs: 90_000, exitCode: 0 } },
  { name: "a Job's pod that runs for ever", pod: { ...OF_JOB, annotations: { "irsa-sim/runs-for": "forever" } }, ending: null },
  { name: "a Job's pod that fails", pod: { ...OF_JOB, annotations: { "irsa-sim/exit-code": "3" } }, ending: { afterMs: 5000, exitCode: 3 } },
  { name: "a code that is none", pod: { ...OF_JOB, annotations: { "irsa-sim/exit-code": "bad" } }, ending: { afterMs: 5000, exitCode: 0 } },
])("$name", ({ pod, ending }) => {
  expect(decideEnding(pod)).toEqual(ending);
});
