import type { HttpResponse } from "@irsa-sim/core";
import type { S3Object } from "../../bucket.js";
import { encryptionHeaders } from "../../kms-key.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Call, S3Operation } from "../../s3-request.js";
import { decideCondition } from "./decide-condition.js";
import { decidePart } from "./decide-part.js";
import { parseRange } from "./parse-range.js";
import { requireObject } from "./require-object.js";

/** GetObject and HeadObject. */
export const getObject: S3Operation = async (call) => {
  const object = requireObject(call);
  const { headers: sent, method } = call.request;
  const condition = decideCondition(sent, object);
  if (condition === "not-modified") return { status: 304, headers: { etag: object.entityTag }, body: "" };
  if (condition !== "proceed") throw FAULTS.preconditionFailed(condition);
  const size = object.body.byteLength;
  const part = decidePart(call.target.query.get("partNumber"), object);
  const range = part ?? (sent.range === undefined ? null : parseRange(sent.range, size));
  if (range === "unsatisfiable") throw FAULTS.invalidRange(sent.range ?? "", size);
  const wanted = wantedHeaders(call);
  if (range === null) {
    const checksum =
      sent["x-amz-checksum-mode"] === "ENABLED" && object.checksum !== null ? [object.checksum, ["x-amz-checksum-type", "FULL_OBJECT"] as const] : [];
    return withHeaders(answer(200, object, { body: object.body, method }), { ...Object.fromEntries(checksum), ...wanted });
  }
  const body = object.body.subarray(range.first, range.last + 1);
  const counted: Record<string, string> = part === null || object.partSizes === null ? {} : { "x-amz-mp-parts-count": String(object.partSizes.length) };
  return withHeaders(answer(206, object, { body, method }), { "content-range": `bytes ${range.first}-${range.last}/${size}`, ...counted, ...wanted });
};

const RESPONSE_HEADERS = ["content-type", "content-language", "expires", "cache-control", "content-disposition", "content-encoding"];

/** Headers that the query asks the answer to have, as links for browsers do. @throws {S3Fault} `InvalidRequest` for a stranger */
function wantedHeaders({ target, caller }: S3Call): Readonly<Record<string, string>> {
  const wanted = RESPONSE_HEADERS.flatMap((name) => {
    const value = target.query.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  if (wanted.length > 0 && caller === null) throw FAULTS.anonymousResponseHeaders();
  return Object.fromEntries(wanted);
}

function withHeaders(response: HttpResponse, headers: Readonly<Record<string, string>>): HttpResponse {
  return { ...response, headers: { ...response.headers, ...headers } };
}

function answer(status: number, object: S3Object, { body, method }: { readonly body: Uint8Array; readonly method: string }): HttpResponse {
  const headers = {
    "last-modified": new Date(object.lastModified).toUTCString(),
    etag: object.entityTag,
    "accept-ranges": "bytes",
    "content-type": object.contentType,
    "content-length": String(body.byteLength),
    server: "AmazonS3",
    ...encryptionHeaders(object.kmsKey),
    ...(object.tags.size === 0 ? {} : { "x-amz-tagging-count": String(object.tags.size) }),
    ...object.headers,
  };
  return { status, headers, body: method === "HEAD" ? "" : asSent(body) };
}

/** Text stays readable in the trace. */
function asSent(body: Uint8Array): string | Uint8Array {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch (error) {
    if (error instanceof TypeError) return body;
    throw error;
  }
}
