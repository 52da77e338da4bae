import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

test.each([
  { name: "a container", restart: "{ pod: my-pod }" },
  { name: "the kubelet", restart: "{ kubelet: true }" },
])("$name starts again, and the pod runs", async ({ restart }) => {
  const { expectations, failure } = await playTimeline([`restart: ${restart}`, "expect: { pod: { name: my-pod, running: true } }"]);
  expect([failure, expectations.filter(({ met }) => !met)]).toEqual([null, []]);
});

test("a kubelet that starts again has forgotten its tokens", async () => {
  const requestsOf = async (entries: readonly string[]) => {
    const { events } = await playTimeline(entries);
    return events.filter((event) => event.kind === "exchange" && event.name === "TokenRequest" && event.step === 4).length;
  };
  expect([await requestsOf([]), await requestsOf(["restart: { kubelet: true }"])]).toEqual([1, 2]);
});

test("what does not run cannot start again, and the trace says what that is about", async () => {
  const { failure, span } = await playTimeline(["restart: { pod: nobody, namespace: other }"]);
  expect(failure).toMatchObject({ code: "ContainerNotRunning", message: "pod other/nobody has no running container to restart" });
  expect(span("Restart a container")?.subject).toEqual({ pod: "other/nobody" });
});
