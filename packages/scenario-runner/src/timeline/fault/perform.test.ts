import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";
import { faultSchema } from "./schema.js";

test("the fault of that name is injected", async () => {
  const { note } = await playTimeline(["fault: { slow: { host: sts.eu-west-1.amazonaws.com, by: 2s } }"]);
  expect(note("network.slow")).toEqual({ host: "sts.eu-west-1.amazonaws.com", delayMs: 2000 });
});

test("a fault of a pod is about that pod", async () => {
  const { span } = await playTimeline(["fault: { token-tampered: { pod: my-pod, claim: sub, value: nobody } }"]);
  expect(span("Somebody changes the token")?.subject).toEqual({ pod: "default/my-pod" });
});

test("one fault is named at a time", () => {
  expect(faultSchema.parse({ "kubelet-stopped": true })).toEqual({ name: "kubelet-stopped", written: true });
  expect(faultSchema.safeParse({}).error?.issues[0]?.message).toMatch(/^exactly one of: kubelet-stopped, slow, /);
});
