/** Tags of objects: as a header, as a document, and what S3 takes. */
import { FAULTS } from "../../s3-fault.js";
import { readXml } from "../../xml/xml.js";

/** By key. */
export type Tags = ReadonlyMap<string, string>;

export const NO_TAGS: Tags = new Map();

const MAX_TAGS = 10;
const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 256;
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Reads `x-amz-tagging`.
 *
 * @param header `team=blue&stage=prod`; absent for none
 * @throws {S3Fault} `InvalidArgument`, `InvalidTag` or `BadRequest`
 * @example readTagsHeader("team=blue").get("team"); // => "blue"
 */
export function readTagsHeader(header: string | undefined): Tags {
  const pairs = [...new URLSearchParams(header ?? "")];
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) {
    const message = "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.";
    throw FAULTS.invalidArgument(message, "x-amz-tagging", header ?? "");
  }
  return checked(pairs);
}

/**
 * Reads the document of PutObjectTagging.
 *
 * @throws {S3Fault} `MalformedXML`, `InvalidTag` or `BadRequest`
 */
export function readTagsDocument(body: Uint8Array): Tags {
  const { TagSet: set } = readXml(body, "Tagging") as { readonly TagSet?: unknown };
  if (set === undefined) throw FAULTS.malformedXml();
  const tags = typeof set === "object" && set !== null ? ((set as { readonly Tag?: readonly WrittenTag[] }).Tag ?? []) : [];
  if (tags.some(({ Key, Value }) => typeof Key !== "string" || typeof Value !== "string")) throw FAULTS.malformedXml();
  const pairs = tags.map(({ Key, Value }) => [String(Key), String(Value)] as const);
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw FAULTS.invalidTag("Cannot provide multiple Tags with the same key");
  return checked(pairs);
}

interface WrittenTag {
  readonly Key?: unknown;
  readonly Value?: unknown;
}

function checked(pairs: readonly (readonly [key: string, value: string])[]): Tags {
  if (pairs.length > MAX_TAGS) throw FAULTS.tooManyTags(MAX_TAGS);
  for (const [key, value] of pairs) {
    if (key.length === 0 || key.length > MAX_KEY_LENGTH || !CHARACTERS.test(key)) throw FAULTS.invalidTag("The TagKey you have provided is invalid");
    if (value.length > MAX_VALUE_LENGTH || !CHARACTERS.test(value)) throw FAULTS.invalidTag("The TagValue you have provided is invalid");
    if (key.startsWith("aws:")) throw FAULTS.invalidTag("System tags cannot be added/updated by requester");
  }
  return new Map(pairs);
}
