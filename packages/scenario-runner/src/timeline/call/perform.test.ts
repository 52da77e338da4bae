import type { TraceEvent } from "@irsa-sim/core";
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

const ALLOWED = 'patch:\n  aws.roles[my-pod-role].policies[read-my-bucket].Statement[0]: { Effect: Allow, Action: "s3:*", Resource: "*" }\n';
const namesOf = (events: readonly TraceEvent[]) =>
  events.flatMap((event) => (event.kind === "exchange" && event.actor === "sdk" && event.step === 9 ? [event.name] : []));

test.each([
  { name: "a list", call: 's3:ListBucket", bucket: my-bucket', sent: ["ListObjectsV2"] },
  { name: "a copy", call: 's3:CopyObject", bucket: my-bucket, key: copy, parameters: { CopySource: my-bucket/hello.txt }', sent: ["CopyObject"] },
  {
    name: "several keys at once",
    call: 's3:DeleteObjects", bucket: my-bucket, parameters: { Delete: { Objects: [{ Key: hello.txt }] } }',
    sent: ["DeleteObjects"],
  },
  {
    name: "an upload in parts",
    call: 's3:PutObject", inParts: true, bucket: my-bucket, key: large, parameters: { Body: x }',
    sent: ["CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload"],
  },
])("S3 carries out $name", async ({ call: rest, sent }) => {
  const { failure, events } = await playTimeline([`call: { pod: my-pod, sdk: js-v3, action: "${rest} }`], ALLOWED);
  expect([failure, namesOf(events)]).toEqual([null, sent]);
});

test("an upload that cannot be completed is given up, and the caller is told why it could not", async () => {
  const denied =
    'patch:\n  aws.roles[my-pod-role].policies[read-my-bucket].Statement[0]: { Effect: Allow, Action: "s3:*", Resource: "*", Condition: { StringNotEquals: { "s3:x-amz-content-sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881" } } }\n';
  const { failure, events } = await playTimeline(
    ['call: { pod: my-pod, sdk: js-v3, action: "s3:PutObject", inParts: true, bucket: my-bucket, key: large, parameters: { Body: x } }'],
    denied,
  );
  expect([failure?.check, namesOf(events)]).toEqual(["s3.authorization", ["CreateMultipartUpload", "UploadPart", "AbortMultipartUpload"]]);
});

test.each([
  { sdk: "botocore", outcome: null },
  { sdk: "aws-cli-v2", outcome: null },
  { sdk: "go-v2", outcome: "AuthorizationHeaderMalformed" },
])("$sdk, where a bucket is in another region", async ({ sdk, outcome }) => {
  const { failure } = await playTimeline([`call: { pod: my-pod, sdk: ${sdk}, region: us-east-1, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }`]);
  expect(failure?.code ?? null).toBe(outcome);
});

test("a token is exchanged by hand, without credentials and with what stands in its file", async () => {
  const parameters =
    "{ RoleArn: 'arn:aws:iam::111122223333:role/my-pod-role', RoleSessionName: by-hand, WebIdentityToken: 'file:///var/run/secrets/eks.amazonaws.com/serviceaccount/token' }";
  const { failure, events } = await playTimeline([service("sts:AssumeRoleWithWebIdentity", `, parameters: ${parameters}`)]);
  const calls = events.flatMap((event) => (event.kind === "exchange" && event.to === "sts" ? [event.request.headers.authorization] : []));
  expect([failure, calls]).toEqual([null, [undefined]]);
});

test("a file that is not there", async () => {
  const { failure } = await playTimeline([service("sts:AssumeRoleWithWebIdentity", ", parameters: { WebIdentityToken: 'file:///nowhere' }")]);
  expect(failure).toMatchObject({ code: "ENOENT", status: null });
});
