import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeRequest } from "./decode-message.js";
import { decodeText } from "./decode-text.js";
import { parseXml } from "./parse-xml.js";

const segment = (value: object): string => btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const TOKEN = `${segment({ alg: "RS256" })}.${segment({ sub: "me" })}.${"c2lnbmF0dXJl".repeat(4)}`;
const POLICY = '{"Version":"2012-10-17"}';
const VERSION = { kind: "object", members: [{ name: "Version", content: { kind: "text", text: "2012-10-17", isSecret: false } }] };

test.each([
  { name: "a plain text", text: "plain", decoded: { kind: "text", text: "plain", isSecret: false } },
  { name: "a JWT", text: TOKEN, decoded: { kind: "token", text: TOKEN, header: { alg: "RS256" }, claims: { sub: "me" }, signature: "c2lnbm…F0dXJl" } },
  {
    ...{ name: "a JWT behind another word", text: `Bearer ${TOKEN}` },
    decoded: { kind: "phrase", parts: [{ kind: "text", text: "Bearer ", isSecret: false }, expect.objectContaining({ kind: "token", claims: { sub: "me" } })] },
  },
  {
    name: "what only looks like a JWT",
    text: "eyJh.eyJh.c2ln",
    decoded: { kind: "phrase", parts: [{ kind: "text", text: "eyJh.eyJh.c2ln", isSecret: false }] },
  },
  {
    ...{ name: "a JSON Patch in base64", text: btoa('[{"op":"add","path":"/a","value":1}]') },
    decoded: { kind: "patch", text: expect.any(String), operations: [{ op: "add", path: "/a", value: 1 }] },
  },
  { name: "a list in base64 that is no patch", text: btoa('[{"a":1}]'), decoded: { kind: "text", text: "W3siYSI6MX1d", isSecret: false } },
  { name: "a policy as text", text: POLICY, decoded: { kind: "document", text: POLICY, content: VERSION } },
  { name: "a policy in URL encoding", text: encodeURIComponent(POLICY), decoded: { kind: "document", text: encodeURIComponent(POLICY), content: VERSION } },
  { name: "what only looks like JSON", text: "{not json", decoded: { kind: "text", text: "{not json", isSecret: false } },
])("$name", ({ text, decoded }) => {
  expect(decodeText("field", text)).toEqual(decoded);
});

test.each(["SecretAccessKey", "SessionToken", "x-amz-security-token", "token"])("%s is a secret", (name) => {
  expect(decodeText(name, "abc")).toEqual({ kind: "text", text: "abc", isSecret: true });
});

test("whatever the text, it can be decoded, and nothing of a plain one is lost", () => {
  const text = fc.oneof(fc.string(), fc.base64String(), fc.json(), fc.constantFrom(TOKEN, `${TOKEN}x.y`), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(text, (written) => {
      const decoded = decodeText("field", written);
      if (decoded.kind === "text") expect(decoded.text).toBe(written);
      if (decoded.kind === "phrase") expect(decoded.parts.map((part) => part.text).join("")).toBe(written);
    }),
  );
});

test.each([
  { name: "nothing", body: "", kind: "empty" },
  { name: "a form", type: "application/x-www-form-urlencoded", body: "a=1&b=2", kind: "form" },
  { name: "JSON", body: '{"a":1}', kind: "json" },
  { name: "XML", body: "<?xml version='1.0'?><A><B>1</B></A>", kind: "xml" },
  { name: "text", body: "Hello", kind: "text" },
  { name: "bytes", body: new Uint8Array([1, 2]), kind: "bytes" },
])("a body is known by what it is: $name", ({ type = "", body, kind }) => {
  expect(decodeRequest({ method: "POST", url: "https://a/", headers: { "content-type": type }, body }).body.kind).toBe(kind);
});

const text = (value: string): object => ({ kind: "text", text: value, isSecret: false });

test.each([
  {
    name: "elements",
    xml: "<A><B>1</B><B>2</B><C/></A>",
    members: [
      ["B", text("1")],
      ["B", text("2")],
      ["C", text("")],
    ],
  },
  { name: "entities", xml: "<A><B>&lt;&#65;&#x42;&amp;</B></A>", members: [["B", text("<AB&")]] },
  { name: "attributes are passed over", xml: '<A xmlns="x"><B c="d">1</B></A>', members: [["B", text("1")]] },
])("XML: $name", ({ xml, members }) => {
  expect(parseXml(xml)).toEqual({
    kind: "object",
    members: [{ name: "A", content: { kind: "object", members: members.map(([name, content]) => ({ name, content })) } }],
  });
});

test.each(["<A>", "<A></B>", "<A/><B/>", "<A>text<B/></A>", "</A>", "<", "<A></A></A>"])("%s is no document", (xml) => {
  expect(parseXml(xml)).toBeNull();
});
