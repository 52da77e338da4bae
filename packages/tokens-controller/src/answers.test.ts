import { bodyText } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { TokenSigningError } from "./index.js";
import { ask, IRSA, POD, read } from "./tokens-controller.test-support.js";

const JSON_TYPE = { "content-type": "application/json" };

test("a token comes back with the request's object around it", async () => {
  const response = await ask(IRSA);
  expect([response.status, response.headers]).toEqual([201, JSON_TYPE]);
  expect(bodyText(response)).toMatch(/\}\n$/);
  expect(read(response)).toEqual({
    kind: "TokenRequest",
    apiVersion: "authentication.k8s.io/v1",
    metadata: { name: "my-sa", namespace: "default", uid: "sa-uid", creationTimestamp: "2025-06-12T18:31:44Z" },
    spec: { audiences: ["sts.amazonaws.com"], expirationSeconds: 86_400, boundObjectRef: POD },
    status: { token: expect.stringMatching(/^eyJ.+\.eyJ.+\.$/), expirationTimestamp: "2025-06-13T18:31:44Z" },
  });
});

test("two warnings stand in one header", async () => {
  const { headers } = await ask({ ...IRSA, expirationSeconds: 86_401 }, { metadata: { uid: "old" }, refusesOtherAccountUid: false });
  expect(headers.warning).toBe(
    '299 - "the UID in the token request (old) does not match the UID of the service account (sa-uid)", 299 - "requested expiration of 86401 seconds shortened to 86400 seconds"',
  );
});

const CAUSE = "may not specify a duration less than 10 minutes";
const noKey = async () => {
  throw new TokenSigningError("no key");
};

describe("what a refusal says beside its message", () => {
  test.each<{ readonly name: string; readonly spec?: object; readonly options?: Parameters<typeof ask>[1]; readonly details: object | undefined }>([
    { name: "404", options: { name: "none" }, details: { name: "none", kind: "serviceaccounts" } },
    {
      name: "422, with the field",
      spec: { expirationSeconds: 1 },
      details: {
        group: "authentication.k8s.io",
        kind: "TokenRequest",
        causes: [{ reason: "FieldValueInvalid", message: `Invalid value: 1: ${CAUSE}`, field: "spec.expirationSeconds" }],
      },
    },
    { name: "409 of a Pod, which has no group", spec: { boundObjectRef: { ...POD, uid: "old" } }, details: { name: "web-0", kind: "Pod" } },
    {
      name: "409 of the account",
      options: { metadata: { uid: "old" } },
      details: { name: "my-sa", group: "authentication.k8s.io", kind: "TokenRequest" },
    },
    { name: "500", options: { signer: { sign: noKey } }, details: { causes: [{ message: "failed to generate token: no key" }] } },
    { name: "400: nothing", spec: { boundObjectRef: { ...POD, kind: "ConfigMap" } }, details: undefined },
  ])("$name", async ({ spec = {}, options = {}, details }) => {
    const response = await ask({ ...IRSA, ...spec }, options);
    expect(response.headers).toEqual(JSON_TYPE);
    expect(bodyText(response)).toMatch(/\}\n$/);
    expect(JSON.parse(bodyText(response)).details).toEqual(details);
  });
});

test("what else the metadata says comes back with it", async () => {
  const response = await ask(IRSA, { metadata: { generateName: "g-", finalizers: ["f/x"], creationTimestamp: "2020-01-01T00:00:00Z" } });
  expect(Object.entries((JSON.parse(bodyText(response)) as { readonly metadata: object }).metadata)).toEqual([
    ["name", "my-sa"],
    ["generateName", "g-"],
    ["namespace", "default"],
    ["uid", "sa-uid"],
    ["creationTimestamp", "2025-06-12T18:31:44Z"],
    ["finalizers", ["f/x"]],
  ]);
});

test("what the signer's maker did wrong is not told to the caller", async () => {
  const sign = async () => {
    throw new TypeError("a bug");
  };
  await expect(ask(IRSA, { signer: { sign } })).rejects.toThrow(TypeError);
});
