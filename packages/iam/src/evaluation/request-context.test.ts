import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { requestContext } from "./request-context.js";

const KEYS = {
  "aws:CurrentTime": ["2026-01-05T09:00:00Z"],
  "aws:EpochTime": ["1767603600"],
  "aws:SecureTransport": ["true"],
  "aws:RequestedRegion": ["eu-west-1"],
  "aws:SourceIp": ["203.0.113.10"],
};

test.each([
  { name: "over TLS, by a client that names itself", url: "https://s3.test/", headers: { "user-agent": "cli" }, keys: { ...KEYS, "aws:UserAgent": ["cli"] } },
  { name: "in the clear, without a name", url: "http://s3.test/", headers: {}, keys: { ...KEYS, "aws:SecureTransport": ["false"] } },
])("the keys that every request has, and no others: $name", ({ url, headers, keys }) => {
  const request = { method: "GET", url, headers, body: "" };
  const context = requestContext({ request, region: "eu-west-1", now: epochMillis(Date.UTC(2026, 0, 5, 9)) });
  expect(Object.fromEntries(context)).toEqual(keys);
});
