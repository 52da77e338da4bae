import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

const ASK = "request-token: { pod: my-pod, for: { serviceAccount: my-service-account }, saveTo: /tmp/token }";

test("who has no right to it is refused", async () => {
  const { failure } = await playTimeline([ASK]);
  expect(failure).toMatchObject({ code: "Forbidden", status: 403 });
});

test("a pod that does not run asks for nothing", async () => {
  const { failure } = await playTimeline([ASK.replace("my-pod", "nobody")]);
  expect(failure).toMatchObject({ code: "ContainerNotRunning" });
});

test("a pod without a token of its own cannot ask", async () => {
  const { failure } = await playTimeline([ASK], "patch:\n  kubernetes.Pod[my-pod].spec.automountServiceAccountToken: false\n");
  expect(failure).toMatchObject({ code: "ENOENT" });
});
