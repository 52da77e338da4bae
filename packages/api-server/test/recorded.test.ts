/** What Kubernetes' own code (1.36.3) made of new pods, beside ours; `scripts/kubernetes-pods` made the recordings. */
import { readFileSync } from "node:fs";
import type { JsonObject } from "@irsa-sim/core";
import { decodeObject } from "@irsa-sim/kubernetes-types";
import { expect, test } from "vitest";
import { applyPodDefaults } from "../src/admission/03-defaulting.js";
import type { Pod } from "../src/admission/pod.js";
import { preparePod } from "../src/admission/preparing/prepare-pod.js";
import { findPodProblems } from "../src/admission/validation/find-pod-problems.js";
import { findPodWarnings } from "../src/admission/warnings/find-pod-warnings.js";
import { asStored } from "../src/storage/as-stored.js";

const linesOf = <Line>(file: string): readonly Line[] => {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Line);
};

interface Refused {
  readonly pod: JsonObject;
  readonly causes?: readonly string[];
  readonly warnings?: readonly string[];
}

/** Texts that stand often are named by number. */
const [{ texts } = { texts: {} }] = linesOf<{ readonly texts: Readonly<Record<string, string>> }>("recorded-problems.jsonl");
const whole = (cause: string): string => cause.replace(/<\d+>$/, (name) => texts[name] ?? name);

const POD = { expected: { kind: "Pod", group: "", version: "v1" }, mediaType: "application/json" } as const;

function admitted(pod: JsonObject) {
  const { object } = decodeObject(JSON.stringify(pod), POD);
  const warnings: string[] = [];
  const defaulted = applyPodDefaults({ ...object, spec: object.spec ?? {} } as Pod);
  const prepared = preparePod(
    { ...defaulted, metadata: { ...defaulted.metadata, namespace: "default" } },
    {
      now: "2026-01-05T09:00:00Z",
      warn: (text) => void warnings.push(text),
    },
  );
  return { prepared, warnings };
}

test.each(linesOf<Refused>("recorded-problems.jsonl").slice(1))("$pod", ({ pod, causes = [], warnings }) => {
  const { prepared, warnings: earlier } = admitted(pod);
  const problems = [...findPodProblems(prepared, { allowsPrivileged: false })];
  // Go's maps have no order.
  expect(problems.map(({ reason, field, message }) => `${reason} ${field}: ${message}`).sort()).toEqual(causes.map(whole).sort());
  if (warnings !== undefined) expect([...earlier, ...findPodWarnings(prepared)].sort()).toEqual([...warnings].sort());
});

test.each(linesOf<{ readonly pod: JsonObject; readonly stored: JsonObject; readonly warnings: readonly string[] }>("recorded-pods.jsonl"))(
  "stored: $pod",
  ({ pod, stored, warnings }) => {
    const { prepared, warnings: earlier } = admitted(pod);
    const { spec, status } = asStored("Pod", prepared);
    expect({ spec, status: withoutTimes(status ?? {}) }).toEqual({ ...stored, status: withoutTimes(stored.status ?? {}) });
    expect([...earlier, ...findPodWarnings(prepared)].sort()).toEqual([...warnings].sort());
    expect(applyPodDefaults(prepared).spec).toEqual(prepared.spec);
  },
);

/** The server dates a condition. */
function withoutTimes(status: JsonObject[string]): unknown {
  return JSON.parse(JSON.stringify(status, (key, value: unknown) => (key === "lastProbeTime" || key === "lastTransitionTime" ? undefined : value)));
}
