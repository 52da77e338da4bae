import { describe, expect, test } from "vitest";
import { shortenSecrets } from "./shorten-secrets.js";

describe("what must not be read off a screen", () => {
  test.each([
    {
      name: "a JWT's signature",
      text: "WebIdentityToken = eyJhbGciOiJ9.eyJpc3MiOiJ9.c2lnbmF0dXJl rest",
      shown: "WebIdentityToken = eyJhbGciOiJ9.eyJpc3MiOiJ9.… rest",
    },
    { name: "a secret key in XML", text: "<SecretAccessKey>abcdefgh</SecretAccessKey>", shown: "<SecretAccessKey>abcd…</SecretAccessKey>" },
    { name: "a session token in XML", text: "<SessionToken>IQoJb3JpZ2lu</SessionToken>", shown: "<SessionToken>IQoJ…</SessionToken>" },
    { name: "a secret key in JSON", text: '{"SecretAccessKey": "abcdefgh"}', shown: '{"SecretAccessKey": "abcd…"}' },
    { name: "a session token in a header", text: "x-amz-security-token: IQoJb3JpZ2lu", shown: "x-amz-security-token: IQoJ…" },
    { name: "anything else stays", text: "<AccessKeyId>ASIA1234</AccessKeyId>", shown: "<AccessKeyId>ASIA1234</AccessKeyId>" },
  ])("$name", ({ text, shown }) => {
    expect(shortenSecrets(text)).toBe(shown);
  });
});
