import { expect, test } from "vitest";
import { parseWebIdentityToken } from "./parse-web-identity-token.js";

const HEADER = { alg: "RS256", kid: "key-1" };
const CLAIMS = { iss: "https://example.com" };
const SIGNATURE = "c2ln";
const ALGORITHMS_EXPECTED = "one of RS256, RS384, RS512, ES256, ES384, ES512";

test("a token is taken apart, without the white space around it", () => {
  const compact = `${encode(HEADER)}.${encode(CLAIMS)}.${SIGNATURE}`;
  expect(parseWebIdentityToken(`\t${compact}\r\n`)).toEqual({
    token: { compact, algorithm: "RS256", kid: "key-1", issuer: "https://example.com", claims: CLAIMS },
  });
});

test.each([
  { name: "two parts", sent: `${encode(HEADER)}.${encode(CLAIMS)}`, reason: "parts" },
  { name: "an encrypted token", sent: "a.b.c.d.e", reason: "parts" },
  { name: "an empty header", sent: `.${encode(CLAIMS)}.${SIGNATURE}`, reason: "header" },
  { name: "a padded header", sent: `${btoa('{"alg":"RS256"}')}=.${encode(CLAIMS)}.${SIGNATURE}`, reason: "header" },
  { name: "a header that is an array", sent: `${encode([])}.${encode(CLAIMS)}.${SIGNATURE}`, reason: "header" },
  { name: "no algorithm", sent: `${encode({})}.${encode(CLAIMS)}.${SIGNATURE}`, reason: "algorithm" },
  { name: "RSA-PSS", sent: `${encode({ alg: "PS256" })}.${encode(CLAIMS)}.${SIGNATURE}`, reason: "algorithm" },
  { name: "EdDSA", sent: `${encode({ alg: "EdDSA" })}.${encode(CLAIMS)}.${SIGNATURE}`, reason: "algorithm" },
  { name: "a critical extension", sent: `${encode({ ...HEADER, crit: ["b64"], b64: false })}.${encode(CLAIMS)}.${SIGNATURE}`, reason: "critical-header" },
  { name: "a payload that is not JSON", sent: `${encode(HEADER)}.e30x.${SIGNATURE}`, reason: "payload" },
  { name: "a payload that is not UTF-8", sent: `${encode(HEADER)}._w.${SIGNATURE}`, reason: "payload" },
  { name: "no signature", sent: `${encode(HEADER)}.${encode(CLAIMS)}.`, reason: "signature-encoding" },
  { name: "a signature of one character too many", sent: `${encode(HEADER)}.${encode(CLAIMS)}.c2lnX`, reason: "signature-encoding" },
  { name: "white space inside", sent: `${encode(HEADER)}.${encode(CLAIMS)}.c2 ln`, reason: "signature-encoding" },
  { name: "an issuer that is a number", sent: `${encode(HEADER)}.${encode({ iss: 1 })}.${SIGNATURE}`, reason: "issuer-missing" },
])("$name: $reason", ({ sent, reason }) => {
  expect(parseWebIdentityToken(sent)).toMatchObject({ problem: { reason } });
});

test.each([
  { name: "one part", sent: "opaque", expected: "three parts between dots", actual: "1 part" },
  { name: "two parts", sent: "a.b", expected: "three parts between dots", actual: "2 parts" },
  { name: "a header", sent: `e30x.${encode(CLAIMS)}.${SIGNATURE}`, expected: "a JSON object in base64url", actual: "something else" },
  { name: "no algorithm", sent: `${encode({})}.${encode(CLAIMS)}.${SIGNATURE}`, expected: ALGORITHMS_EXPECTED, actual: "none" },
  { name: "another algorithm", sent: `${encode({ alg: "none!" })}.${encode(CLAIMS)}.${SIGNATURE}`, expected: ALGORITHMS_EXPECTED, actual: "none!" },
  {
    name: "a critical extension",
    sent: `${encode({ ...HEADER, crit: ["b64"] })}.${encode(CLAIMS)}.${SIGNATURE}`,
    expected: "no critical header parameter",
    actual: '["b64"]',
  },
  { name: "a kid", sent: `${encode({ ...HEADER, kid: 7 })}.${encode(CLAIMS)}.${SIGNATURE}`, expected: "a kid that is a string", actual: "7" },
  { name: "a payload", sent: `${encode(HEADER)}.e30x.${SIGNATURE}`, expected: "a JSON object in base64url", actual: "something else" },
  { name: "a signature", sent: `${encode(HEADER)}.${encode(CLAIMS)}.`, expected: "bytes in base64url", actual: "something else" },
  { name: "an empty issuer", sent: `${encode(HEADER)}.${encode({ iss: "" })}.${SIGNATURE}`, expected: "an iss claim", actual: "none" },
])("what was expected and what was there: $name", ({ sent, expected, actual }) => {
  expect(parseWebIdentityToken(sent)).toMatchObject({ problem: { expected, actual } });
});

function encode(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
