import type { Json } from "@irsa-sim/core";
import type { Content, PhraseContent, TextContent, TokenContent } from "./content.js";
import { decodePatch } from "./decode-patch.js";
import { decodeToken } from "./decode-token.js";
import { isSecretName } from "./is-secret-name.js";
import { readJson } from "./read-json.js";

const TOKENS = /(eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*)/;

/**
 * Decodes a text that stands in a message under a name: a JWT, a JSON Patch in base64, JSON, also URL-encoded, or a text in which JWTs stand; else it is itself.
 *
 * @example decodeText("Version", "2011-06-15") // => { kind: "text", text: "2011-06-15", isSecret: false }
 */
export function decodeText(name: string, text: string): Content {
  const json = readJson(text) ?? readEncodedJson(text);
  if (json !== null) return { kind: "document", text, content: decodeJson(name, json) };
  return decodeToken(text) ?? decodePatch(text) ?? (TOKENS.test(text) ? decodePhrase(name, text) : { kind: "text", text, isSecret: isSecretName(name) });
}

/** Decodes a value of JSON, all texts in it too. */
export function decodeJson(name: string, value: Json): Content {
  if (typeof value === "string") return decodeText(name, value);
  if (typeof value !== "object" || value === null) return { kind: "scalar", value };
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => decodeJson(name, item)) };
  return { kind: "object", members: Object.entries(value).map(([member, content]) => ({ name: member, content: decodeJson(member, content) })) };
}

/** IAM answers with policies in URL encoding (RFC 3986). */
function readEncodedJson(text: string): ReturnType<typeof readJson> {
  return /^%[57]B(?:[\w.~!*'()-]|%[0-9A-F]{2})*$/i.test(text) ? readJson(utf8FromUrl(text)) : null;
}

/** As forgiving as forms are: what is no UTF-8 becomes replacement characters. */
function utf8FromUrl(text: string): string {
  return new URLSearchParams(`text=${text}`).get("text") ?? "";
}

function decodePhrase(name: string, text: string): PhraseContent {
  const parts = text
    .split(TOKENS)
    .filter((part) => part !== "")
    .map((part): TextContent | TokenContent => decodeToken(part) ?? { kind: "text", text: part, isSecret: isSecretName(name) });
  return { kind: "phrase", parts };
}
