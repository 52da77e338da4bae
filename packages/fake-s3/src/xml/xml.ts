/** S3's documents, out and in. */
import type { HttpResponse } from "@irsa-sim/core";
import { XMLBuilder, XMLParser, XMLValidator } from "fast-xml-parser";
import { FAULTS } from "../s3-fault.js";

const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
const MAX_DOCUMENT_LENGTH = 2_000_000;
const builder = new XMLBuilder({ format: false, ignoreAttributes: false, attributeNamePrefix: "@" });
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  processEntities: { enabled: true },
  // Without it a character by its number (&#34;, as SDK for Go v2 writes a quotation mark) would stay as it is.
  htmlEntities: true,
  isArray: (name) => name === "Object" || name === "Part" || name === "Tag",
});

/** A member of a document. */
export type XmlMember = string | number | boolean | undefined | readonly XmlMember[] | { readonly [name: string]: XmlMember };

/** A successful answer with a document; members that are `undefined` are left out. */
export function xmlResponse(name: string, members: { readonly [name: string]: XmlMember }): HttpResponse {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [name]: { "@xmlns": NAMESPACE, ...members } })}`;
  return { status: 200, headers: { "content-type": "application/xml" }, body };
}

/** S3's own error document, without namespace. */
export function errorDocument(members: { readonly [name: string]: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ Error: members })}`;
}

/**
 * Reads a request's document.
 *
 * @throws {S3Fault} `MalformedXML`
 */
export function readXml(body: Uint8Array, root: string): Readonly<Record<string, unknown>> {
  const text = new TextDecoder().decode(body);
  // A document type could define entities without end; S3 takes none.
  if (text.length > MAX_DOCUMENT_LENGTH || text.includes("<!DOCTYPE") || XMLValidator.validate(text) !== true) throw FAULTS.malformedXml();
  const value = (parser.parse(text) as Readonly<Record<string, unknown>>)[root];
  if (typeof value !== "object" || value === null) throw FAULTS.malformedXml();
  return value as Readonly<Record<string, unknown>>;
}
