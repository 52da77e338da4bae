/**
 * S3, as far as the flow uses it: who signed, whether they may, and the object.
 * Leaves out: writing, listing, query-string authentication, bucket policies, streamed payload signatures.
 * @see sts-and-iam.md, sections 6 and 8
 */
import type { Handler, HttpResponse, Random } from "@irsa-sim/core";
import { XMLBuilder } from "fast-xml-parser";
import { checkAuthentication } from "./checks/01-authentication.js";
import { getObject } from "./operations/get-object.js";
import { parseS3Request } from "./parse-s3-request.js";
import { FAULTS, S3Fault } from "./s3-fault.js";
import type { S3Options, S3Request } from "./s3-request.js";

const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Creates the handler of a region's S3. */
export function createS3(options: S3Options): Handler {
  return async (request, span) => {
    const ids = requestIds(options.random);
    const headers = { "x-amz-id-2": ids.hostId, "x-amz-request-id": ids.requestId, date: new Date(options.clock.now()).toUTCString() };
    const work = span.enter("Authorise the request", { step: 9, actor: "s3" });
    try {
      const response = await answer({ options, request, target: parseS3Request(request), span: work });
      return { ...response, headers: { ...headers, ...response.headers } };
    } catch (error) {
      if (!(error instanceof S3Fault)) throw error;
      return { ...errorResponse(error, ids), headers: { ...headers, "content-type": "application/xml" } };
    }
  };
}

async function answer(s3: S3Request): Promise<HttpResponse> {
  const caller = await checkAuthentication(s3);
  const bucket = s3.options.buckets.find(({ name }) => name === s3.target.bucket);
  if (bucket === undefined) throw FAULTS.noSuchBucket(s3.target.bucket);
  const { method } = s3.request;
  if ((method === "GET" || method === "HEAD") && s3.target.key !== "") return getObject(s3, caller, bucket);
  throw FAULTS.methodNotAllowed(method);
}

interface RequestIds {
  readonly requestId: string;
  readonly hostId: string;
}

function requestIds(random: Random): RequestIds {
  return { requestId: random.text(16, ID_ALPHABET), hostId: btoa(String.fromCharCode(...random.bytes(57))) };
}

const builder = new XMLBuilder({ format: false });

/** S3's own error document (section 8.4). */
function errorResponse({ status, code, message, elements }: S3Fault, { requestId, hostId }: RequestIds): Omit<HttpResponse, "headers"> {
  const document = builder.build({ Error: { Code: code, Message: message, ...elements, RequestId: requestId, HostId: hostId } });
  return { status, body: `<?xml version="1.0" encoding="UTF-8"?>\n${document}` };
}
