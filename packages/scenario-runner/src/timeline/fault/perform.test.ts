import { describe, expect, test } from "vitest";
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
  expect(faultSchema.safeParse({}).error?.issues[0]?.message).toMatch(/^exactly one of: answers, kubelet-stopped, slow, /);
});

describe("answers in the place of a service's own", () => {
  const call = 'call: { pod: my-pod, sdk: js-v3, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }';
  const document = '{"AccessKeyId":"ASIAFORACONTAINER","SecretAccessKey":"s","Token":"t","Expiration":"2026-01-05T12:00:00Z"}';
  const container = `{ pod: my-pod, sdk: js-v2, environment: { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: /v2 }, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }`;

  test.each([
    {
      name: "STS's error",
      answers: "{ of: sts, with: [{ code: PackedPolicyTooLarge, message: too large & wide }], afterwards: last }",
      told: "400 PackedPolicyTooLarge too large & wide",
    },
    { name: "STS's fault", answers: "{ of: sts, with: [{ code: InternalFailure, status: 500 }], afterwards: last }", told: "500 InternalFailure " },
    {
      name: "S3's error",
      answers: "{ of: s3, with: [{ code: SlowDown, status: 503, message: Reduce <rate> }], afterwards: last }",
      told: "503 SlowDown Reduce <rate>",
    },
    { name: "used up", answers: "{ of: sts, with: [{ code: Throttling }] }", told: "succeeded" },
    { name: "a delay alone", answers: "{ of: sts, with: [{ delay: 200ms }] }", told: "succeeded" },
    { name: "of another operation", answers: "{ of: sts, to: AssumeRole, with: [{ code: AccessDenied }] }", told: "succeeded" },
    { name: "ended", answers: "{ of: sts, off: true }", told: "succeeded" },
  ])("$name: $told", async ({ answers, told }) => {
    const { failure } = await playTimeline([`fault: { answers: ${answers} }`, call]);
    expect(failure === null ? "succeeded" : `${failure.status} ${failure.code} ${failure.message}`).toBe(told);
  });

  test("credentials for a container, from an address at which nobody is", async () => {
    const { note } = await playTimeline([`fault: { answers: { of: container-credentials, with: [{ body: '${document}' }] } }`, `call: ${container}`]);
    expect(note("sdk.credentials")).toMatchObject({ source: "container", accessKeyId: "ASIAFORACONTAINER" });
  });

  test.each([
    { written: { of: "sts" }, message: "with and at least one answer, or off" },
    { written: { of: "sts", with: [] }, message: "with and at least one answer, or off" },
    { written: { of: "sts", with: [{ status: 500 }], off: true }, message: "with and at least one answer, or off" },
    { written: { of: "sns", with: [{ status: 500 }] }, message: "one of: sts, s3, issuer, instance-metadata, container-credentials" },
    { written: { of: "sts", with: [{ status: 42 }] }, message: "a whole number from 100 to 599" },
    { written: { of: "sts", with: [{ delay: "soon" }] }, message: "a duration such as 90m or 24h, at most 3650d" },
    ...[{}, { message: "x" }, { usual: true, silence: true }, { code: "A", body: "b" }].map((one) => ({
      written: { of: "sts", with: [one] },
      message: "one of: usual, silence, body, code with message, a status alone, or a delay alone",
    })),
  ])("$written is not one: $message", ({ written, message }) => {
    expect(faultSchema.safeParse({ answers: written }).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});
