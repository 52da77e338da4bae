import fc from "fast-check";
import { expect, test } from "vitest";
import { readToken } from "./read-token.js";
import { TokenFormError } from "./token-form-error.js";

const encode = (text: string): string => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const HEADER = encode('{"alg":"RS256"}');
const PAYLOAD = encode('{"sub":"me"}');

test.each([
  { name: "as it is", text: `${HEADER}.${PAYLOAD}.c2ln` },
  { name: "with the file's last newline", text: `${HEADER}.${PAYLOAD}.c2ln\n` },
  { name: "with Windows' line end", text: ` ${HEADER}.${PAYLOAD}.c2ln\r\n` },
])("$name", ({ text }) => {
  expect(readToken(text)).toMatchObject({ header: { alg: "RS256" }, claims: { sub: "me" }, signature: "c2ln" });
});

test.each([
  { name: "nothing", text: " \n", part: "no token", actual: "nothing" },
  { name: "two parts", text: `${HEADER}.${PAYLOAD}`, part: "no token", actual: "2 parts between dots" },
  { name: "a word", text: "hello", part: "no token", actual: "one part" },
  { name: "eks get-token", text: "k8s-aws-v1.aHR0cHM6Ly9zdHM", part: "no token", actual: "aws eks get-token" },
  { name: "an access key", text: "ASIAIOSFODNN7EXAMPLE", part: "no token", actual: "access key id" },
  { name: "JSON", text: '{"kind":"TokenRequest"}', part: "no token", actual: "a JSON document" },
  { name: "a path", text: "/var/run/secrets/token", part: "no token", actual: "a path" },
  { name: "encrypted", text: `${HEADER}.a.b.c.d`, part: "no token", actual: "encrypted" },
  { name: "a header", text: `Bearer ${HEADER}`, part: "no token", actual: "an Authorization header" },
  { name: "an empty header", text: `.${PAYLOAD}.c2ln`, part: "the header is empty", actual: "nothing" },
  { name: "ordinary base64", text: `${HEADER}=.${PAYLOAD}.c2ln`, part: "the header is not in base64url", actual: '"="' },
  { name: "a lost character", text: `${HEADER}.AAAAA.c2ln`, part: "the payload is not in base64url", actual: "one is lost" },
  { name: "no UTF-8", text: `${HEADER}.${encode("\u00ff\u00fe")}.c2ln`, part: "the payload is no text", actual: "2 bytes" },
  { name: "no JSON", text: `${HEADER}.${encode("hello")}.c2ln`, part: "the payload is no JSON", actual: '"hello"' },
  { name: "an array", text: `${HEADER}.${encode("[]")}.c2ln`, part: "the payload is no JSON object", actual: "an array" },
  { name: "null", text: `${encode("null")}.${PAYLOAD}.c2ln`, part: "the header is no JSON object", actual: "null" },
  {
    name: "deeply nested",
    text: `${HEADER}.${encode(`{"a":${"[".repeat(9000)}${"]".repeat(9000)}}`)}.c2ln`,
    part: "the payload is nested too deep",
    actual: "more",
  },
  { name: "a blank in the signature", text: `${HEADER}.${PAYLOAD}.c2 ln`, part: "the signature", actual: '" " at character 3' },
])("$name is refused with what was found", ({ text, part, actual }) => {
  expect(() => readToken(text)).toThrow(expect.objectContaining({ message: expect.stringContaining(part), actual: expect.stringContaining(actual) }));
});

test("anything else is a fault of form, and its message never holds the text", () => {
  const secret = "S3cret".repeat(5);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(3), (text, dots) => {
      try {
        readToken(`${text}${".x".repeat(dots)}${secret}`);
      } catch (error) {
        expect(error).toBeInstanceOf(TokenFormError);
        expect(String(error)).not.toContain(secret);
      }
    }),
  );
});
