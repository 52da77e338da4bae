import { describe, expect, test } from "vitest";
import { accessKeyOf, podInToken } from "./read-credential.js";

const request = (url: string, authorization?: string, body = "") => ({
  method: "POST",
  url,
  headers: authorization === undefined ? {} : { authorization },
  body,
});
const tokenOf = (claims: unknown) => `x.${btoa(JSON.stringify(claims)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}.x`;

test.each([
  { name: "in the header", given: request("https://s3.test/", "AWS4-HMAC-SHA256 Credential=ASIA1/20260105/eu-west-1/s3/aws4_request"), key: "ASIA1" },
  { name: "in the URL", given: request("https://s3.test/?X-Amz-Credential=ASIA2%2F20260105%2Feu-west-1%2Fs3%2Faws4_request"), key: "ASIA2" },
  { name: "nowhere", given: request("https://s3.test/"), key: null },
  { name: "in neither form", given: request("https://s3.test/?X-Amz-Credential=x", "Bearer x"), key: null },
])("a key $name", ({ given, key }) => {
  expect(accessKeyOf(given)).toBe(key);
});

describe("the pod that a token is for", () => {
  const bound = { "kubernetes.io": { namespace: "default", pod: { name: "my-pod", uid: "1" } } };
  test.each([
    { name: "bound to one", token: tokenOf(bound), pod: { namespace: "default", name: "my-pod" } },
    { name: "bound to none", token: tokenOf({ "kubernetes.io": { namespace: "default" } }), pod: null },
    { name: "of other types", token: tokenOf({ "kubernetes.io": { namespace: 1, pod: { name: "x" } } }), pod: null },
    { name: "no object", token: tokenOf(null), pod: null },
    { name: "no base64", token: "a.%.c", pod: null },
    { name: "no JSON", token: `a.${btoa("{")}.c`, pod: null },
    { name: "nothing", token: "", pod: null },
  ])("$name", ({ token, pod }) => {
    expect(podInToken(request("https://sts.test/", undefined, new URLSearchParams({ WebIdentityToken: token }).toString()))).toEqual(pod);
  });
});
