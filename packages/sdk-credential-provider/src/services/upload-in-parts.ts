/** An upload in parts, as transfer managers make one of a large file: begin, send, complete, and give up what cannot be completed. */
import { bodyText, type JsonObject, type Span } from "@irsa-sim/core";
import type { CallResult } from "../call-result.js";
import type { SdkClientOptions } from "../sdk-client.js";
import { type ServiceCallInput, sendOperation } from "./call-service.js";
import { readParameters } from "./read-parameters.js";

/**
 * Uploads the parameter `Body` as one part.
 * Leaves out: cutting it, since a body that a scenario holds is smaller than a part may be.
 */
export async function uploadInParts(options: SdkClientOptions, input: ServiceCallInput, span: Span): Promise<CallResult> {
  const work = span.enter("Upload in parts", { step: 9, actor: "sdk" });
  const read = readParameters(input.call.parameters, options.files);
  if ("error" in read) return { ok: false, error: read.error };
  const { Bucket = "", Key = "", Body = "", ...others } = read.parameters;
  const place = { Bucket, Key };
  const send = (name: string, parameters: JsonObject, at = work) => sendOperation(options, { ...input, call: operationOf(input.call, name, parameters) }, at);
  const begun = await send("CreateMultipartUpload", { ...place, ...others });
  if ("error" in begun) return { ok: false, error: begun.error };
  const upload = { ...place, UploadId: /<UploadId>([^<]+)</.exec(bodyText(begun.response))?.[1] ?? "" };
  const part = await send("UploadPart", { ...upload, PartNumber: 1, Body });
  const parts = "error" in part ? [] : [{ PartNumber: 1, ETag: part.response.headers.etag ?? "" }];
  const done = "error" in part ? part : await send("CompleteMultipartUpload", { ...upload, MultipartUpload: { Parts: parts } });
  if (!("error" in done)) return { ok: true, status: done.response.status, body: bodyText(done.response) };
  const cleaning = work.enter("Give up the upload");
  // Whatever comes of it, the caller is told why there was something to give up.
  cleaning.note("sdk.best-effort");
  await send("AbortMultipartUpload", upload, cleaning);
  return { ok: false, error: done.error };
}

function operationOf(call: ServiceCallInput["call"], name: string, parameters: JsonObject): ServiceCallInput["call"] {
  const { api } = call.operation;
  const operation = api.operations[name];
  if (operation === undefined) throw new Error(`${api.id} has no operation ${name}`);
  return { action: name, service: call.service, operation: { api, name, operation }, parameters };
}
