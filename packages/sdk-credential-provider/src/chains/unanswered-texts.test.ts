import { NetworkError, type NetworkErrorCode } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { botocoreTexts } from "./botocore-texts.js";
import { goV1 } from "./go-v1.js";
import { goV2 } from "./go-v2.js";
import type { SdkTexts } from "./sdk-texts.js";

const URL = "https://sts.eu-west-1.amazonaws.com/";

function textOf({ stsRefused }: Pick<SdkTexts, "stsRefused">, code: NetworkErrorCode, proxy: string | null = null): string {
  const error = new NetworkError(code, "said so", { address: "203.0.113.9", proxy });
  const wire = { code, status: 0, message: "said so" };
  return stsRefused({
    action: "AssumeRoleWithWebIdentity",
    roleArn: "r",
    wire,
    attempts: 3,
    isExhausted: true,
    requestId: "",
    unanswered: { method: "POST", url: URL, error },
    unreadable: null,
  });
}

test.each([
  { message: "EACCES: permission denied, open '/t'", text: "[Errno 13] Permission denied: '/t'" },
  { message: "ENOENT: no such file or directory, open '/t'", text: "[Errno 2] No such file or directory: '/t'" },
])("botocore about a token file, in Python's words: $text", ({ message, text }) => {
  expect(botocoreTexts.tokenFileUnreadable("/t", message, "unreadable")).toBe(text);
});

describe("when STS does not answer", () => {
  test.each<[NetworkErrorCode, string]>([
    ["ETIMEDOUT", "dial tcp 203.0.113.9:443: i/o timeout"],
    ["ECONNREFUSED", "dial tcp 203.0.113.9:443: connect: connection refused"],
    ["EAI_AGAIN", "dial tcp: i/o timeout"],
    ["ENOTFOUND", "dial tcp: lookup sts.eu-west-1.amazonaws.com: no such host"],
    ["ERR_TLS_UNTRUSTED", "tls: failed to verify certificate: x509: certificate signed by unknown authority"],
    ["ERR_TLS_EXPIRED", "tls: failed to verify certificate: x509: said so"],
  ])("Go after %s: %s", (code, reason) => {
    expect(textOf(goV1.texts, code)).toBe(
      `WebIdentityErr: failed to retrieve credentials\ncaused by: RequestError: send request failed\ncaused by: Post "${URL}": ${reason}`,
    );
  });

  test("Go v2 counts its attempts", () => {
    expect(textOf(goV2.texts, "EAI_AGAIN")).toBe(
      `failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "${URL}": dial tcp: i/o timeout`,
    );
  });

  test("Go names the proxy that was not found", () => {
    expect(textOf(goV1.texts, "ENOTFOUND", "http://egress.corp:3128")).toMatch(/proxyconnect tcp: dial tcp: lookup egress\.corp: no such host$/);
  });

  test.each<[NetworkErrorCode, string | null, string]>([
    ["ETIMEDOUT", null, `Connect timeout on endpoint URL: "${URL}"`],
    ["ECONNREFUSED", null, `Could not connect to the endpoint URL: "${URL}"`],
    ["ENOTFOUND", "http://egress.corp:3128", 'Failed to connect to proxy URL: "http://egress.corp:3128"'],
    [
      "ERR_TLS_UNTRUSTED",
      null,
      `SSL validation failed for ${URL} [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)`,
    ],
  ])("botocore after %s, proxy %s: %s", (code, proxy, text) => {
    expect(textOf(botocoreTexts, code, proxy)).toBe(text);
  });
});
