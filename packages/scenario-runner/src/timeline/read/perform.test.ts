import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

const TOKEN = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";

test("of a token the audience and the subject are noted, about the container that reads", async () => {
  const { note, span } = await playTimeline([`read: { pod: my-pod, file: ${TOKEN} }`]);
  expect(note("app.file-read")).toMatchObject({ file: TOKEN, audience: ["sts.amazonaws.com"], subject: "system:serviceaccount:default:my-service-account" });
  expect(span(`A program reads ${TOKEN}`)?.subject).toEqual({ pod: "default/my-pod", container: "app" });
});

test.each([
  { name: "a file that is not there", read: "{ pod: my-pod, file: /none }", code: "ENOENT" },
  { name: "a pod that is not there", read: "{ pod: nobody, file: /none }", code: "ContainerNotRunning" },
])("$name", async ({ read, code }) => {
  const { failure } = await playTimeline([`read: ${read}`]);
  expect(failure).toMatchObject({ code, status: null });
});
