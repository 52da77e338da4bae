import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

const call = (more = "", pod = "my-pod") => `call: { pod: ${pod}, sdk: go-v2, action: "s3:GetObject", bucket: my-bucket, key: hello.txt${more} }`;

test("a call is about its pod and container, and all that follows from it is about the call", async () => {
  const { span, events } = await playTimeline([call()]);
  const begun = span("The app calls s3:GetObject");
  expect(begun?.subject).toEqual({ pod: "default/my-pod", container: "app" });
  const exchanges = events.flatMap((event) => (event.kind === "exchange" && event.actor === "sdk" ? [event] : []));
  expect(exchanges.map(({ name, subject }) => [name, subject?.pod, subject?.container, subject?.call])).toEqual(
    ["AssumeRoleWithWebIdentity", "GetObject"].map((name) => [name, "default/my-pod", "app", begun?.seq]),
  );
});

test("a call that is repeated goes out after each period, each time as a call of its own", async () => {
  const { events } = await playTimeline([call(", every: 10m"), "advance: 20m"]);
  const calls = events.flatMap((event) => (event.kind === "note" && event.name === "sdk.call" ? [event.subject?.call] : []));
  expect(new Set(calls).size).toBe(3);
});

test.each([
  { name: "an unknown pod", pod: "nobody", more: "", message: "pod default/nobody has no running container" },
  { name: "an unknown container", pod: "my-pod", more: ", container: other", message: 'pod default/my-pod has no running container "other"' },
])("$name calls nobody", async ({ pod, more, message }) => {
  const { failure } = await playTimeline([call(more, pod)]);
  expect(failure).toMatchObject({ code: "ContainerNotRunning", status: null, message });
});

const service = (action: string, more = "") => `call: { pod: my-pod, sdk: go-v2, action: "${action}"${more} }`;

test.each([
  { action: "secretsmanager:GetSecretValue", more: ", parameters: { SecretId: prod/db }", code: "AccessDeniedException", status: 400 },
  { action: "s3:ListBucket", more: ", bucket: my-bucket", code: "AccessDenied", status: 403 },
  { action: "sts:GetSessionToken", more: "", code: "AccessDenied", status: 403 },
  { action: "nobody:GetAnything", more: "", code: "UnknownAction", status: null },
])("$action is refused by whom it is asked of", async ({ action, more, code, status }) => {
  expect((await playTimeline([service(action, more)])).failure).toMatchObject({ code, status });
});

test("what a service cannot know by a parameter is said beside the request", async () => {
  const arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i";
  const { failure, events } = await playTimeline([service("dynamodb:ListTables", `, resource: "${arn}"`)]);
  expect(failure?.message).toContain(`on resource: ${arn} `);
  const sent = events.flatMap((event) => (event.kind === "exchange" && event.name === "ListTables" ? [event.request.headers["x-irsa-sim-resource"]] : []));
  expect(sent).toEqual([arn]);
});

test("who one is can be asked without any permission, and the last step is done", async () => {
  const { failure, steps } = await playTimeline([service("sts:GetCallerIdentity")]);
  expect(failure).toBeNull();
  expect(steps.at(-1)?.outcome).toBe("ok");
});
