import { createTrace, type EventPattern, epochMillis, type RunReport, type Span, STEPS, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createRunStory } from "../create-run-story.js";
import { tellTrace } from "../tell-trace.test-support.js";

const REQUEST = { method: "POST", url: "https://sts.test/", headers: {}, body: "" };
const CHECK = { check: "sts.times", title: "times", expected: { value: "a" }, actual: { value: "b" } };
const SUBJECT = { pod: "default/my-pod", container: "app" };

/** A call of step 6 that is checked in step 7 and answered. */
function call(root: Span, { status, passed }: { readonly status: number; readonly passed: boolean }): void {
  const exchange = root.enter("call", { step: 6, actor: "sdk", subject: SUBJECT }).exchange("AssumeRole", "sts", REQUEST);
  exchange.span.enter("validate", { step: 7 }).check({ ...CHECK, passed });
  exchange.end({ response: { status, headers: {}, body: "" } });
}

/** What became of steps 6 and 7, of which 7 asks for the check. */
function outcomesOf(happens: (root: Span) => void, more: Partial<RunReport> = {}): readonly (readonly unknown[])[] {
  const { root, events } = createTrace(new VirtualClock(epochMillis(0)));
  happens(root);
  const pattern: EventPattern = { kind: "check", check: "sts.times" };
  const steps = STEPS.map((step) => ({
    ...{ step, title: "", why: "", technical: "", outcome: "ok" as const },
    evidence: step === 7 ? [{ what: "the token is in its time", pattern, event: null }] : [],
  }));
  const { main } = createRunStory(tellTrace(events, { steps, ...more }));
  return [6, 7].map((step) => [main.steps[step]?.outcome, main.steps[step]?.stoppedBy, main.steps[step]?.missing]);
}

const PASSED = ["passed", null, []];
const MISSING = ["the token is in its time"];

test.each([
  { name: "all went well", happens: (root: Span) => call(root, { status: 200, passed: true }), outcomes: [PASSED, PASSED] },
  {
    ...{ name: "the check failed, and the call was refused", happens: (root: Span) => call(root, { status: 403, passed: false }) },
    outcomes: [
      ["stopped", 7, []],
      ["refused", null, MISSING],
    ],
  },
  {
    name: "refused first, passed later",
    happens: (root: Span) => {
      call(root, { status: 403, passed: false });
      call(root, { status: 200, passed: true });
    },
    outcomes: [
      ["recovered", null, []],
      ["recovered", null, []],
    ],
  },
  {
    name: "passed first, refused later",
    happens: (root: Span) => {
      call(root, { status: 200, passed: true });
      call(root, { status: 403, passed: false });
    },
    outcomes: [
      ["stopped", 7, []],
      ["refused", null, []],
    ],
  },
  {
    ...{ name: "a check failed, and the call succeeded in spite of it", happens: (root: Span) => call(root, { status: 200, passed: false }) },
    outcomes: [PASSED, ["incomplete", null, MISSING]],
  },
  {
    name: "something happened, and evidence is missing",
    happens: (root: Span) => root.enter("call", { step: 7, actor: "sdk", subject: SUBJECT }).note("sdk.refresh"),
    outcomes: [PASSED, ["incomplete", null, MISSING]],
  },
  {
    name: "nothing happened",
    happens: (root: Span) => root.enter("call", { step: 6, actor: "sdk", subject: SUBJECT }).note("sdk.refresh"),
    outcomes: [PASSED, ["not-reached", null, MISSING]],
  },
  {
    name: "another pod's call passed",
    happens: (root: Span) => {
      call(root, { status: 403, passed: false });
      const other = root.enter("call", { step: 6, actor: "sdk", subject: { pod: "default/other", container: "app" } }).exchange("AssumeRole", "sts", REQUEST);
      other.span.enter("validate", { step: 7 }).check({ ...CHECK, passed: true });
      other.end({ response: { status: 200, headers: {}, body: "" } });
    },
    outcomes: [
      ["stopped", 7, []],
      ["refused", null, MISSING],
    ],
  },
])("$name", ({ happens, outcomes }) => {
  expect(outcomesOf((root) => void happens(root))).toEqual(outcomes);
});
