import { expect, test } from "vitest";
import { readXml } from "./xml.js";

const MAX_LENGTH = 2_000_000;
const read = (text: string) => readXml(new TextEncoder().encode(text), "Delete");

test("members by name; what may be there several times is a list", () => {
  expect(read("<Delete><Quiet>true</Quiet><Object><Key>1</Key></Object></Delete>")).toEqual({ Quiet: "true", Object: [{ Key: "1" }] });
});

test.each([
  { name: "by its name", text: "&quot;a&quot;" },
  { name: "by its number, as the SDK for Go v2 writes it", text: "&#34;a&#34;" },
  { name: "by its number in hexadecimal", text: "&#x22;a&#x22;" },
])("a quotation mark $name", ({ text }) => {
  expect(read(`<Delete><Quiet>${text}</Quiet></Delete>`)).toEqual({ Quiet: '"a"' });
});

test("a document of two million characters", () => {
  expect(read("<Delete><Quiet>true</Quiet></Delete>".padEnd(MAX_LENGTH))).toEqual({ Quiet: "true" });
});

test.each([
  { name: "nothing", text: "" },
  { name: "an element without an end", text: "<Delete>" },
  { name: "text alone in it", text: "<Delete>x</Delete>" },
  { name: "another document", text: "<Other><Quiet>true</Quiet></Other>" },
  { name: "a document type", text: "<!DOCTYPE Delete><Delete><Quiet>true</Quiet></Delete>" },
  { name: "a character more than two million", text: "<Delete><Quiet>true</Quiet></Delete>".padEnd(MAX_LENGTH + 1) },
])("$name is malformed", ({ text }) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: "MalformedXML" }) as Error);
});
