import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { expect, test } from "vitest";
import { createTestS3, element } from "../s3-world.test-support.js";

const HOST = "s3.eu-west-1.amazonaws.com";

/** A world in which the developer presigned a URL for a minute. */
async function presigned() {
  const world = createTestS3();
  const { clock, developer, handler, trace } = world;
  const signer = new SignatureV4({ service: "s3", region: "eu-west-1", credentials: developer, sha256: Sha256, uriEscapePath: false });
  const request = {
    method: "GET",
    protocol: "https:",
    hostname: HOST,
    path: "/my-bucket/hello.txt",
    headers: { host: HOST, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
  };
  const { query = {} } = await signer.presign(request, { signingDate: new Date(clock.now()), expiresIn: 60 });
  const url = (change: Readonly<Record<string, string>>): string =>
    `https://${HOST}/my-bucket/hello.txt?${new URLSearchParams({ ...(query as Record<string, string>), ...change })}`;
  const get = (change: Readonly<Record<string, string>> = {}) => handler({ method: "GET", url: url(change), headers: { host: HOST }, body: "" }, trace.root);
  return { clock, developer, get };
}

test("a presigned URL is good to its last second", async () => {
  const { clock, get } = await presigned();
  expect(await get()).toMatchObject({ status: 200, body: "Hello" });
  await clock.advanceBy(60_000);
  expect((await get()).status).toBe(200);
});

test("and then says how long it was good for", async () => {
  const { clock, get } = await presigned();
  await clock.advanceBy(61_000);
  const response = await get();
  expect([response.status, element(response, "Code"), element(response, "Message")]).toEqual([403, "AccessDenied", "Request has expired"]);
  expect(element(response, "X-Amz-Expires")).toBe("60");
});

test("one that was changed names the key that signed", async () => {
  const { developer, get } = await presigned();
  const response = await get({ "X-Amz-Expires": "61" });
  expect([response.status, element(response, "Code"), element(response, "AWSAccessKeyId")]).toEqual([403, "SignatureDoesNotMatch", developer.accessKeyId]);
});
