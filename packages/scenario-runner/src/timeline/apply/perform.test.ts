import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

test("an object is created the first time, and patched the second", async () => {
  const { failure, events } = await playTimeline(["apply: [service-account.yaml]"]);
  const sent = events.flatMap((event) =>
    event.kind === "exchange" && event.name.endsWith("ServiceAccount") && event.actor === "developer" ? [event.name] : [],
  );
  expect([failure, sent]).toEqual([null, ["CreateServiceAccount", "CreateServiceAccount", "PatchServiceAccount"]]);
});

test("what becomes of a pod is about that pod", async () => {
  const { span } = await playTimeline([]);
  expect([span("Apply Pod my-pod")?.subject, span("Apply ServiceAccount my-service-account")?.subject]).toEqual([{ pod: "default/my-pod" }, undefined]);
});

test("what the API server says against it ends the run", async () => {
  const { failure } = await playTimeline(["apply: [pod.yaml]"], "patch:\n  kubernetes.Pod[my-pod].spec.serviceAccountName: nobody\n");
  expect(failure).toMatchObject({ code: "Forbidden", status: 403 });
});
