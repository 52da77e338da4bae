import type { HttpResponse } from "@irsa-sim/core";
import type { S3Object } from "../../bucket.js";
import { encryptionHeaders } from "../../kms-key.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";
import { decideCondition } from "./decide-condition.js";
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
  const range = sent.range === undefined ? null : parseRange(sent.range, size);
  if (range === "unsatisfiable") throw FAULTS.invalidRange(sent.range ?? "", size);
  if (range === null) return answer(200, object, { body: object.body, method });
  const body = object.body.subarray(range.first, range.last + 1);
  const response = answer(206, object, { body, method });
  return { ...response, headers: { ...response.headers, "content-range": `bytes ${range.first}-${range.last}/${size}` } };
};

function answer(status: number, object: S3Object, { body, method }: { readonly body: Uint8Array; readonly method: string }): HttpResponse {
  const headers = {
    "last-modified": new Date(object.lastModified).toUTCString(),
    etag: object.entityTag,
    "accept-ranges": "bytes",
    "content-type": object.contentType,
    "content-length": String(body.byteLength),
    server: "AmazonS3",
    ...encryptionHeaders(object.kmsKey),
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
