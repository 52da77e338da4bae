import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { WorkloadState } from "../workload-controller.js";
import type { WorkloadObject } from "../workload-object.js";
import { job } from "./job.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const JUST_NOW = "2026-01-05T09:00:00Z";

const object = (name: string, more: Partial<WorkloadObject>): WorkloadObject => ({
  metadata: { name, namespace: "shop", uid: name, creationTimestamp: "2026-01-05T08:00:00Z" },
  ...more,
});
const ended = (phase: string, finishedAt = "2026-01-05T08:59:00Z"): Partial<WorkloadObject> => ({
  status: { phase, containerStatuses: [{ state: { terminated: { finishedAt } } }] } as never,
});
const RUNS: Partial<WorkloadObject> = { status: { phase: "Running" } };
const WELL = ended("Succeeded");
const BADLY = ended("Failed", "2026-01-05T08:00:00Z");

interface Row {
  readonly name: string;
  readonly spec?: object;
  readonly status?: object;
  readonly pods: readonly Partial<WorkloadObject>[];
  readonly changes: string;
  readonly told: string;
}

const REACHED = "SuccessCriteriaMet CompletionsReached, Complete CompletionsReached; Completed";
const EXCEEDED = "FailureTarget BackoffLimitExceeded, Failed BackoffLimitExceeded; BackoffLimitExceeded";

test.each<Row>([
  { name: "new", pods: [], changes: "create", told: "0 active" },
  { name: "its pod runs", pods: [RUNS], changes: "", told: "1 active" },
  { name: "its pod has ended well", pods: [WELL], changes: "", told: `0 active 1 succeeded; ${REACHED}` },
  { name: "one of two has to follow", spec: { completions: 2 }, pods: [WELL], changes: "create", told: "0 active 1 succeeded" },
  { name: "two at a time of three", spec: { completions: 3, parallelism: 2 }, pods: [WELL, RUNS], changes: "create", told: "1 active 1 succeeded" },
  { name: "no more than are left", spec: { completions: 2, parallelism: 2 }, pods: [WELL, RUNS], changes: "", told: "1 active 1 succeeded" },
  { name: "a failure is tried again after a while", pods: [BADLY], changes: "create", told: "0 active 1 failed" },
  { name: "a failure is not tried again at once", pods: [ended("Failed", JUST_NOW)], changes: "", told: "0 active 1 failed" },
  { name: "too many failures", spec: { backoffLimit: 0 }, pods: [BADLY], changes: "", told: `0 active 1 failed; ${EXCEEDED}` },
  {
    name: "too many failures, while another runs",
    spec: { backoffLimit: 0, parallelism: 2 },
    pods: [BADLY, RUNS],
    changes: "delete",
    told: "0 active 1 failed; FailureTarget BackoffLimitExceeded",
  },
  {
    name: "as many as work there is: one has ended well",
    spec: { completions: undefined, parallelism: 2 },
    pods: [WELL, RUNS],
    changes: "",
    told: "1 active 1 succeeded",
  },
  { name: "suspended", spec: { suspend: true }, pods: [RUNS], changes: "delete", told: "1 active; Suspended JobSuspended" },
  { name: "over", status: { conditions: [{ type: "Complete", status: "True" }] }, pods: [], changes: "", told: "" },
])("$name", ({ spec = {}, status, pods, changes, told }) => {
  const parent = object("sum", { spec: { completions: 1, parallelism: 1, ...spec } as never, ...(status !== undefined && { status: status as never }) });
  const children = pods.map((pod, index) => object(`sum-${index}`, pod));
  const state: WorkloadState = { parent, children, nodes: [], now: NOW, isLive: true, failure: null };
  expect(
    job
      .decide(state)
      .map(({ kind }) => kind)
      .join(" "),
  ).toBe(changes);
  const described = job.status?.(state) ?? null;
  const words = ["active", "succeeded", "failed"].flatMap((name) =>
    name !== "active" && (described?.counts[name] ?? 0) === 0 ? [] : [`${described?.counts[name]} ${name}`],
  );
  const conditions = (described?.conditions ?? []).map(({ type, reason }) => `${type} ${reason}`).join(", ");
  const all = [words.join(" "), conditions, described?.event?.reason].filter((part) => part !== undefined && part !== "");
  expect(described === null ? "" : all.join("; ")).toBe(told);
});

test("when it looks again follows from its failures", () => {
  const parent = object("sum", { spec: { completions: 1 } });
  const next = (failures: number) =>
    job.nextLook?.(
      parent,
      NOW,
      Array.from({ length: failures }, (_, index) => object(`sum-${index}`, ended("Failed", JUST_NOW))),
    ) ?? null;
  expect([0, 1, 2, 3, 20].map((failures) => (next(failures) ?? NOW) - NOW)).toEqual([0, 10_000, 20_000, 40_000, 600_000]);
});
