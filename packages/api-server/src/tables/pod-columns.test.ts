import type { JsonObject } from "@irsa-sim/core";
import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { POD_COLUMNS } from "./pod-columns.js";

const container = (state: JsonObject, more: JsonObject = {}): JsonObject => ({ name: "c", restartCount: 0, ready: false, state, ...more });
const running = container({ running: {} }, { ready: true });

test.each<{ name: string; status: JsonObject; metadata?: JsonObject; shown: readonly string[] }>([
  { name: "without containers yet", status: { phase: "Pending" }, shown: ["0/1", "Pending", "0"] },
  { name: "running", status: { phase: "Running", containerStatuses: [running] }, shown: ["1/1", "Running", "0"] },
  {
    name: "waiting",
    status: { phase: "Pending", containerStatuses: [container({ waiting: { reason: "ImagePullBackOff" } })] },
    shown: ["0/1", "ImagePullBackOff", "0"],
  },
  {
    name: "ended by a code",
    status: { phase: "Failed", containerStatuses: [container({ terminated: { exitCode: 3 } }, { restartCount: 2 })] },
    shown: ["0/1", "ExitCode:3", "2"],
  },
  {
    name: "ended well",
    status: { phase: "Succeeded", containerStatuses: [container({ terminated: { exitCode: 0, reason: "Completed" } })] },
    shown: ["0/1", "Completed", "0"],
  },
  {
    name: "one of two has ended",
    status: { phase: "Running", containerStatuses: [container({ terminated: { exitCode: 0, reason: "Completed" } }), running] },
    shown: ["1/1", "Running", "0"],
  },
  { name: "evicted", status: { phase: "Failed", reason: "Evicted" }, shown: ["0/1", "Evicted", "0"] },
  { name: "on its way out", status: { phase: "Running" }, metadata: { deletionTimestamp: "2026-01-01T00:00:00Z" }, shown: ["0/1", "Terminating", "0"] },
  {
    name: "gated",
    status: { phase: "Pending", conditions: [{ type: "PodScheduled", reason: "SchedulingGated" }] },
    shown: ["0/1", "SchedulingGated", "0"],
  },
])("$name", ({ status, metadata = {}, shown }) => {
  const pod = { metadata: { name: "p", ...metadata }, spec: { containers: [{ name: "c" }] }, status };
  const cells = POD_COLUMNS.slice(1, 4).map(({ cell }) => cell(pod, epochMillis(0)));
  expect(cells).toEqual(shown);
});
