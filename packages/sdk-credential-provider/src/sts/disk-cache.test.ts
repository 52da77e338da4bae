import { describe, expect, test } from "vitest";
import { createPod, IRSA } from "../pod.test-support.js";

const FOLDER = "/root/.aws/cli/cache";
/** SHA-1 of `{"RoleArn": "arn:aws:iam::111122223333:role/app"}`, and of the same with `"RoleSessionName": "mine"`. */
const FILE = `${FOLDER}/f762dc5e1f7f7fd202472e3297a43f4902ec911f.json`;
const NAMED = `${FOLDER}/fd36d2a7c655b4a3d7b5eebab74be81effc49a84.json`;
const textOf = ({ files }: ReturnType<typeof createPod>, path: string) => new TextDecoder().decode(files.read(path));

describe("what stands on the disk after a call", () => {
  test("the credentials as the CLI writes them, for nobody else to read", async () => {
    const pod = createPod({ sdk: "aws-cli-v2" });
    await pod.call();
    expect(textOf(pod, FILE)).toBe('{"Credentials":{"AccessKeyId":"ASIAWEB1","SecretAccessKey":"s","SessionToken":"t","Expiration":"2026-01-05T10:00:00Z"}}');
    expect([pod.files.stat(FILE)?.mode, pod.files.stat(FOLDER)?.mode]).toEqual([0o600, 0o700]);
  });

  test("a name of one's own is part of the file's", async () => {
    const pod = createPod({ sdk: "aws-cli-v2", environment: { ...IRSA, AWS_ROLE_SESSION_NAME: "mine" } });
    await pod.call();
    expect(textOf(pod, NAMED)).toContain("ASIAWEB1");
  });

  test("one file for one role, however long the app runs", async () => {
    const pod = createPod({ sdk: "aws-cli-v2" });
    for (let hour = 0; hour < 100; hour += 1) {
      await pod.call();
      await pod.clock.advanceBy(3_600_000);
    }
    expect([pod.state.calls.length, pod.files.list(FOLDER).length]).toEqual([100, 1]);
  });

  test("nothing where STS refused", async () => {
    const pod = createPod({ sdk: "aws-cli-v2", stsError: { status: 403, code: "AccessDenied" } });
    await pod.call();
    expect(pod.files.stat(FOLDER)).toBeNull();
  });
});

test("another home has another cache", async () => {
  const pod = createPod({ sdk: "aws-cli-v1", environment: { ...IRSA, HOME: "/home/app" } });
  await pod.call();
  expect(pod.files.list("/home/app/.aws/cli/cache").length).toBe(1);
});

test("what is taken from the disk is said, and is whole", async () => {
  const pod = createPod({ sdk: "aws-cli-v2" });
  await pod.call();
  expect(await pod.winner()).toBe("W");
  expect(pod.notes("sdk.disk-cache").map(({ attributes }) => attributes)).toEqual([{ path: FILE, accessKeyId: "ASIAWEB1" }]);
  expect(pod.exchanges("GetObject").map(({ request }) => request.headers["x-amz-security-token"])).toEqual(["t", "t"]);
});

test("a home that cannot be written to is said, and the call goes on", async () => {
  const pod = createPod({ sdk: "aws-cli-v2", environment: { ...IRSA, HOME: "/etc/file" }, files: { "/etc/file": "" } });
  expect(await pod.winner()).toBe("W");
  expect(pod.notes("sdk.disk-cache-not-written").map(({ attributes }) => attributes.path)).toEqual([FILE.replace("/root", "/etc/file")]);
});
