import { epochMillis, type JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideStatusPatch, type WorkloadCondition, type WorkloadStatus } from "./decide-status-patch.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const EARLIER = "2026-01-01T00:00:00Z";
const AT_NOW = "2026-01-05T09:00:00Z";
const SO: WorkloadCondition = { type: "Available", status: "True", reason: "Enough", message: "yes" };
const TOLD = { ...SO, lastTransitionTime: EARLIER, lastUpdateTime: EARLIER };

test.each<{ readonly name: string; readonly told: JsonObject; readonly wanted: WorkloadStatus; readonly patch: JsonObject | null }>([
  { name: "another count", told: { replicas: 1 }, wanted: { counts: { replicas: 2 } }, patch: { replicas: 2 } },
  { name: "what stands there already", told: { replicas: 2, more: 1 }, wanted: { counts: { replicas: 2 } }, patch: null },
  { name: "a number that is left out is none", told: {}, wanted: { counts: { replicas: 0 } }, patch: null },
  {
    ...{ name: "a new condition", told: {}, wanted: { counts: {}, conditions: [SO], conditionTime: "lastUpdateTime" } },
    patch: { conditions: [{ ...SO, lastTransitionTime: AT_NOW, lastUpdateTime: AT_NOW }] },
  },
  { name: "a condition that is told", told: { conditions: [TOLD] }, wanted: { counts: {}, conditions: [SO], conditionTime: "lastUpdateTime" }, patch: null },
  {
    ...{
      name: "another reason is no transition",
      told: { conditions: [TOLD] },
      wanted: { counts: {}, conditions: [{ ...SO, reason: "Other" }], conditionTime: "lastUpdateTime" },
    },
    patch: { conditions: [{ ...TOLD, reason: "Other", lastUpdateTime: AT_NOW }] },
  },
  {
    ...{
      name: "a condition that turns over",
      told: { conditions: [TOLD] },
      wanted: { counts: {}, conditions: [{ ...SO, status: "False" }], conditionTime: "lastUpdateTime" },
    },
    patch: { conditions: [{ ...SO, status: "False", lastTransitionTime: AT_NOW, lastUpdateTime: AT_NOW }] },
  },
  {
    ...{
      name: "with another count conditions stay",
      told: { replicas: 1, conditions: [TOLD] },
      wanted: { counts: { replicas: 2 }, conditions: [SO], conditionTime: "lastUpdateTime" },
    },
    patch: { replicas: 2, conditions: [TOLD] },
  },
])("$name", ({ told, wanted, patch }) => {
  expect(decideStatusPatch(told, wanted, NOW)).toEqual(patch);
});
