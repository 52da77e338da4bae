import type { CheckEvent, JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { defaultKeyPolicy, type KmsKey } from "../index.js";
import { createTestS3, element, type TestCall } from "../s3-world.test-support.js";

const OWN = "111122223333";
const OTHER = "444455556666";
const USER = `arn:aws:iam::${OWN}:user/developer`;
const arnOf = (account: string): string => `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const keyOf = (account: string, principal?: string): KmsKey => ({
  arn: arnOf(account),
  accountId: account,
  policy:
    principal === undefined
      ? defaultKeyPolicy(account)
      : { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "kms:*", Resource: "*" }] },
});
const S3_ALONE = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const WITH_KEY = { Effect: "Allow", Action: ["s3:*", "kms:Decrypt", "kms:GenerateDataKey"], Resource: "*" };
const denied = (action: string, layer: string): string =>
  `User: ${USER} is not authorized to perform: ${action} on resource: ${arnOf(OWN)} because no ${layer} policy allows the ${action} action`;

describe("a second authorisation, by the key's policy and the caller's own", () => {
  test.each<{
    readonly name: string;
    readonly policy: JsonObject;
    readonly key: KmsKey;
    readonly call?: Partial<TestCall>;
    readonly message: string | null;
  }>([
    { name: "a key that leaves it to the account, whose policy allows", policy: WITH_KEY, key: keyOf(OWN), message: null },
    { name: "whose policy does not", policy: S3_ALONE, key: keyOf(OWN), message: denied("kms:Decrypt", "identity-based") },
    { name: "a key that names the caller needs nothing else", policy: S3_ALONE, key: keyOf(OWN, USER), message: null },
    { name: "a key that names somebody else", policy: WITH_KEY, key: keyOf(OWN, `${USER}2`), message: denied("kms:Decrypt", "resource-based") },
    {
      name: "a key of another account that says nothing of this one",
      policy: WITH_KEY,
      key: keyOf(OTHER),
      message: "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.",
    },
    { name: "a key of another account that lets this one in", policy: WITH_KEY, key: keyOf(OTHER, `arn:aws:iam::${OWN}:root`), message: null },
    {
      name: "which its own policy does not allow: that is told",
      policy: S3_ALONE,
      key: keyOf(OTHER, `arn:aws:iam::${OWN}:root`),
      message: denied("kms:Decrypt", "identity-based").replace(arnOf(OWN), arnOf(OTHER)),
    },
    { name: "the object's headers alone", policy: S3_ALONE, key: keyOf(OWN), call: { method: "HEAD" }, message: null },
    {
      name: "an object that is written",
      policy: S3_ALONE,
      key: keyOf(OWN),
      call: { method: "PUT", body: "x" },
      message: denied("kms:GenerateDataKey", "identity-based"),
    },
    { name: "written by one who may", policy: WITH_KEY, key: keyOf(OWN), call: { method: "PUT", body: "x" }, message: null },
  ])("$name", async ({ policy, key, call = {}, message }) => {
    const world = createTestS3([policy], { bucket: { kmsKey: key } });
    const response = await world.call({ path: "/my-bucket/hello.txt", ...call });
    expect([response.status, element(response, "Message")]).toEqual([message === null ? 200 : 403, message]);
    if (message === null) {
      expect(response.headers["x-amz-server-side-encryption-aws-kms-key-id"]).toBe(key.arn);
    } else {
      const check = world.trace.events.find((event): event is CheckEvent => event.kind === "check" && event.check === "s3.encryption-key");
      expect(check).toMatchObject({
        passed: false,
        expected: { value: `Allow ${message.includes("Generate") ? "kms:GenerateDataKey" : "kms:Decrypt"} on ${key.arn}` },
      });
    }
  });

  test("a stranger whom the bucket lets in may use no key", async () => {
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }] };
    const plain = await createTestS3(null, { bucket: { policy } }).call({ path: "/my-bucket/hello.txt", as: null });
    const encrypted = await createTestS3(null, { bucket: { policy, kmsKey: keyOf(OWN) } }).call({ path: "/my-bucket/hello.txt", as: null });
    expect([plain.status, encrypted.status, element(encrypted, "Message")]).toEqual([200, 403, "Access Denied"]);
  });
});

describe("guardrails of the organization", () => {
  const deny = (parts: JsonObject): JsonObject => ({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:GetObject", Resource: "*", ...parts }] });
  test.each([
    { name: "a service control policy", scp: deny({}), rcp: null, as: "developer", tail: "with an explicit deny in a service control policy" },
    {
      name: "a resource control policy",
      scp: null,
      rcp: deny({ Principal: "*" }),
      as: "developer",
      tail: "with an explicit deny in a resource control policy",
    },
    { name: "policies that deny something else", scp: deny({ Action: "s3:PutObject" }), rcp: null, as: "developer", tail: null },
  ] as const)("$name", async ({ scp, rcp, as, tail }) => {
    const stored = (source: string, document: JsonObject | null) => (document === null ? [] : [{ source, document }]);
    const organization = { serviceControlPolicies: stored("scp", scp), resourceControlPolicies: stored("rcp", rcp) };
    const response = await createTestS3(null, { organization }).call({ path: "/my-bucket/hello.txt", as });
    expect(response.status).toBe(tail === null ? 200 : 403);
    expect(element(response, "Message") ?? "").toContain(tail ?? "");
  });
});
