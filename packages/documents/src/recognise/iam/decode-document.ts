import { readJson } from "../../parse/parse-json.js";
import { describeNode } from "../../tree/describe-node.js";
import type { LocatedNode } from "../../tree/located-tree.js";
import { textOf } from "../text-of.js";
import type { Part } from "./part.js";

/**
 * A policy, which may stand as a text: as JSON, percent-encoded (RFC 3986), as IAM's API gives it, or in base64. All of it then has the text's place.
 * What is no text and no object is left to the policy's schema.
 */
export function decodeDocument(document: LocatedNode): Part {
  if (document.kind !== "scalar") return { node: document };
  const text = textOf(document) ?? "";
  const decoded = ENCODED.test(text) ? percentDecode(text) : (decodeBase64(text) ?? text);
  if (decoded === null || !JSON_OBJECT.test(decoded)) {
    const expected = "an object, or its JSON as a text, which may be percent-encoded or in base64";
    return { node: null, faults: [{ place: document.place, fault: { message: "not a policy document", expected, actual: describeNode(document) } }] };
  }
  const { tree, faults } = readJson(decoded, () => document.place);
  return { node: tree, faults };
}

/** Whether a text is meant as a document. */
export function isDocumentText(node: LocatedNode): boolean {
  const text = textOf(node) ?? "";
  return ENCODED.test(text) || JSON_OBJECT.test(text) || decodeBase64(text) !== null;
}

/** Whether a text is a document that nobody can read as it stands: percent-encoded or in base64. */
export function isEncodedDocument(node: LocatedNode): boolean {
  const text = textOf(node) ?? "";
  return ENCODED.test(text) || decodeBase64(text) !== null;
}

const ENCODED = /^(%(20|09|0a|0d))*%7b/i;
const JSON_OBJECT = /^\s*\{/;

/** As the base64 of a JSON object begins, whatever stands behind its brace. */
const BASE64_OBJECT = /^\s*e[wyn][A-Za-z0-9+/\s]+={0,2}\s*$/;

/** `null` for what is not a JSON object in base64 (RFC 4648). */
function decodeBase64(text: string): string | null {
  if (!BASE64_OBJECT.test(text)) return null;
  const compact = text.replaceAll(/\s/g, "");
  if (compact.length % 4 !== 0) return null;
  const decoded = new TextDecoder().decode(Uint8Array.from(atob(compact), (character) => character.charCodeAt(0)));
  return JSON_OBJECT.test(decoded) && decoded.trimEnd().endsWith("}") ? decoded : null;
}

/** `null` for what is not encoded soundly. */
function percentDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
