import { readJson } from "../../parse/parse-json.js";
import { describeNode } from "../../tree/describe-node.js";
import type { LocatedNode } from "../../tree/located-tree.js";
import { textOf } from "../text-of.js";
import type { Part } from "./part.js";

/**
 * A policy, which may stand as a text: as JSON, or percent-encoded (RFC 3986), as IAM's API gives it. All of it then has the text's place.
 * What is no text and no object is left to the policy's schema.
 */
export function decodeDocument(document: LocatedNode): Part {
  if (document.kind !== "scalar") return { node: document };
  const text = textOf(document) ?? "";
  const decoded = ENCODED.test(text) ? percentDecode(text) : text;
  if (decoded === null || !JSON_OBJECT.test(decoded)) {
    const expected = "an object, or its JSON as a text, which may be percent-encoded";
    return { node: null, faults: [{ place: document.place, fault: { message: "not a policy document", expected, actual: describeNode(document) } }] };
  }
  const { tree, faults } = readJson(decoded, () => document.place);
  return { node: tree, faults };
}

/** Whether a text is meant as a document. */
export function isDocumentText(node: LocatedNode): boolean {
  const text = textOf(node) ?? "";
  return ENCODED.test(text) || JSON_OBJECT.test(text);
}

const ENCODED = /^(%(20|09|0a|0d))*%7b/i;
const JSON_OBJECT = /^\s*\{/;

/** `null` for what is not encoded soundly. */
function percentDecode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
