import { NetworkError, type NetworkErrorCode } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { describeHttpFailure } from "./describe-http-failure.js";
import { describeNetworkError } from "./describe-network-error.js";

const SERVICE = { service: { name: "hook", namespace: "default", port: 443 } };
const URL_CONFIG = { url: "https://hook.example.com:8443/x" };
const X509 = "tls: failed to verify certificate: x509:";

test.each<{ readonly code: NetworkErrorCode; readonly service: string; readonly url?: string }>([
  { code: "ENOTFOUND", service: 'service "hook" not found', url: "dial tcp: lookup hook.example.com: no such host" },
  { code: "EAI_AGAIN", service: "dial tcp: lookup hook: i/o timeout", url: "dial tcp: lookup hook.example.com: i/o timeout" },
  { code: "ECONNREFUSED", service: "dial tcp: connect: connection refused" },
  { code: "ETIMEDOUT", service: "context deadline exceeded" },
  { code: "ERR_TLS_UNTRUSTED", service: `${X509} certificate signed by unknown authority` },
  { code: "ERR_TLS_EXPIRED", service: `${X509} certificate has expired or is not yet valid: as it was` },
  { code: "ERR_TLS_HOST_MISMATCH", service: `${X509} as it was` },
  { code: "ERR_TLS_NO_CERTIFICATE", service: "http: server gave HTTP response to HTTPS client" },
])("$code in Go's words", ({ code, service, url = service }) => {
  const error = new NetworkError(code, "as it was");
  expect([describeNetworkError(error, SERVICE), describeNetworkError(error, URL_CONFIG)]).toEqual([service, url]);
});

describe("a status that is no success", () => {
  test.each([
    { status: 400, text: "the server rejected our request for an unknown reason" },
    { status: 401, text: "the server has asked for the client to provide credentials" },
    { status: 404, text: "the server could not find the requested resource" },
    { status: 405, text: "the server does not allow this method on the requested resource" },
    { status: 403, text: 'went "wrong"' },
    { status: 409, text: "the server reported a conflict" },
    { status: 415, text: 'went "wrong"' },
    { status: 422, text: "the server rejected our request due to an error in our request" },
    { status: 429, text: "the server has received too many requests and has asked us to try again later" },
    { status: 499, text: "the server responded with the status code 499 but did not return more information" },
    { status: 302, text: "the server responded with the status code 302 but did not return more information" },
    { status: 500, text: 'an error on the server ("went \\"wrong\\"") has prevented the request from succeeding' },
    { status: 502, text: 'an error on the server ("went \\"wrong\\"") has prevented the request from succeeding' },
    { status: 503, text: "the server is currently unable to handle the request" },
    { status: 504, text: "the server was unable to return a response in the time allotted, but may still be processing the request" },
  ])("$status", ({ status, text }) => {
    expect(describeHttpFailure({ status, headers: {}, body: ' went "wrong"\n' })).toBe(text);
  });

  test("with a Status, whose message it is", () => {
    const body = JSON.stringify({ kind: "Status", apiVersion: "v1", message: "gone" });
    expect(describeHttpFailure({ status: 500, headers: { "content-type": "application/json" }, body })).toBe("gone");
  });

  test("with something else than text, which is not told", () => {
    const body = JSON.stringify({ any: "thing" });
    expect(describeHttpFailure({ status: 500, headers: { "content-type": "application/json" }, body })).toContain('("unknown")');
  });
});
