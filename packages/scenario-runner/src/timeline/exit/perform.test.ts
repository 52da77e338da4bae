import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

test("an init container runs until its exit, and then the pod's others start", async () => {
  const running = (name: string, is: boolean) => `expect: { pod: { name: my-pod, container: ${name}, running: ${is} } }`;
  const { expectations, failure } = await playTimeline(
    [running("first", true), running("app", false), "exit: { pod: my-pod, container: first }", running("first", false), running("app", true)],
    "patch:\n  kubernetes.Pod[my-pod].spec.initContainers: [{ name: first, image: i }]\n",
  );
  expect([failure, expectations.filter(({ met }) => !met)]).toEqual([null, []]);
});

test("what does not run cannot end, and the trace says what that is about", async () => {
  const { span, failure } = await playTimeline(["exit: { pod: my-pod, container: other }"]);
  expect(failure).toMatchObject({ code: "ContainerNotRunning", message: 'pod default/my-pod has no running container "other"' });
  expect(span("A container ends")?.subject).toEqual({ pod: "default/my-pod", container: "other" });
});
