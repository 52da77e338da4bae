import { expect, test } from "vitest";
import { findToken } from "./find-token.js";

const encode = (text: string): string => btoa(text).replaceAll("=", "");
const TOKEN = `${encode('{"alg":"RS256","kid":"k"}')}.${encode('{"sub":"me"}')}.c2ln`;
const OTHER = `${encode('{"alg":"RS256","kid":"k"}')}.${encode('{"sub":"you"}')}.c2ln`;

test.each<{ name: string; text: string; within: string | null; others?: number }>([
  { name: "by itself", text: `${TOKEN}\n`, within: null },
  { name: "in a header", text: `Authorization: Bearer ${TOKEN}`, within: "an Authorization header" },
  { name: "behind Bearer alone", text: `bearer ${TOKEN}`, within: "an Authorization header" },
  { name: "of a TokenRequest", text: `{"kind":"TokenRequest","status":{"token":"${TOKEN}"}}`, within: "JSON, as token" },
  { name: "of an exec credential", text: `{\n  "kind": "ExecCredential",\n  "status": {\n    "token": "${TOKEN}"\n  }\n}`, within: "JSON, as token" },
  { name: "of a request to STS in JSON", text: `{"WebIdentityToken": "${TOKEN}"}`, within: "JSON, as WebIdentityToken" },
  { name: "in a variable", text: `export TOKEN="${TOKEN}"`, within: "a variable, TOKEN" },
  { name: "in a variable without quotes", text: `TOKEN=${TOKEN}`, within: "a variable, TOKEN" },
  { name: "in a kubeconfig", text: `users:\n- name: me\n  user:\n    token: ${TOKEN}\n`, within: "YAML, as token" },
  { name: "in the form of a request", text: `Action=AssumeRoleWithWebIdentity&WebIdentityToken=${TOKEN}&Version=1`, within: "a query, as WebIdentityToken" },
  { name: "with something behind it", text: `${TOKEN} 11:11:49.782386 v3.go:79] EOF`, within: "a longer text" },
  { name: "beside another", text: `${TOKEN}\n${OTHER}\n${TOKEN}`, within: "a longer text", others: 1 },
])("a token $name is found", ({ text, within, others = 0 }) => {
  expect(findToken(text)).toEqual({ text: TOKEN, within, others });
});

test.each([
  { name: "nothing", text: "" },
  { name: "a word", text: "hello" },
  { name: "a token with a part that is none", text: `${TOKEN}=` },
  { name: "ordinary base64", text: "ab+/=.eyJhbGciOiJSUzI1NiJ9.c" },
])("$name is left as it is", ({ text }) => {
  expect(findToken(text)).toEqual({ text, within: null, others: 0 });
});
