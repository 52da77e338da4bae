import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

test("a pod that is deleted runs no more, and the deletion is about it", async () => {
  const { span, expectations } = await playTimeline(["delete: { pod: my-pod }", "expect: { pod: { name: my-pod, running: false } }"]);
  expect([span("Delete Pod my-pod")?.subject, expectations.every(({ met }) => met)]).toEqual([{ pod: "default/my-pod" }, true]);
});

test("a service account that is deleted is about no pod", async () => {
  const { span, failure } = await playTimeline(["delete: { serviceAccount: my-service-account }"]);
  expect([span("Delete ServiceAccount my-service-account")?.subject, failure]).toEqual([undefined, null]);
});

test("what is not there cannot be deleted", async () => {
  const { failure } = await playTimeline(["delete: { pod: nobody }"]);
  expect(failure).toMatchObject({ code: "NotFound", status: 404 });
});
