/**
 * S3, as far as a demo app uses it: who signed, whether they may, and the operation.
 * Leaves out: versions, access control lists, storage classes, tags of buckets, locks; what asks for them is refused.
 * @see sts-and-iam.md, sections 6 and 8
 */
import { type EpochMillis, extend, type Handler, type HttpResponse, type Random } from "@irsa-sim/core";
import { md5 } from "./body/checksums.js";
import type { Bucket, NewBucket } from "./bucket.js";
import { checkAuthentication } from "./checks/01-authentication.js";
import { findOperation } from "./operations/find-operation.js";
import { parseS3Request } from "./parse-s3-request.js";
import { checkRegion } from "./region/check-region.js";
import { S3Fault } from "./s3-fault.js";
import type { S3Options, S3Request } from "./s3-request.js";
import { errorDocument } from "./xml/xml.js";

const ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Creates the handler of S3 in all regions of a partition; which one is asked stands in the host's name. */
export function createS3(options: S3Options): Handler {
  const { clock, random } = options;
  const { store: buckets = new Map<string, Bucket>() } = options;
  for (const bucket of options.buckets) buckets.set(bucket.name, createBucket(bucket, clock.now()));
  const s3 = extend(options, { buckets });
  return async (request, span) => {
    const ids = requestIds(random);
    const headers = { "x-amz-id-2": ids.hostId, "x-amz-request-id": ids.requestId, date: new Date(clock.now()).toUTCString() };
    const work = span.enter("Authorise the request", { step: 9, actor: "s3" });
    try {
      const target = parseS3Request(request);
      const region = checkRegion({ request, target, buckets: s3.buckets, span: work });
      const response = await answer({ options: extend(s3, { region }), request, target, span: work });
      return { ...response, headers: { ...headers, ...response.headers } };
    } catch (error) {
      if (!(error instanceof S3Fault)) throw error;
      const region: Record<string, string> = error.bucketRegion === null ? {} : { "x-amz-bucket-region": error.bucketRegion };
      // The answer to HEAD has no body, so the status is all that a caller learns.
      const response = errorResponse(error, ids);
      const body = request.method === "HEAD" ? "" : response.body;
      return { ...response, body, headers: { ...headers, ...region, "content-type": "application/xml" } };
    }
  };
}

async function answer(s3: S3Request): Promise<HttpResponse> {
  const operation = findOperation(s3);
  const authenticated = await checkAuthentication(s3);
  const { caller } = authenticated;
  const span = caller?.kind === "role-session" ? s3.span.about({ session: caller.arn }) : s3.span;
  return operation(extend(s3, { ...authenticated, span }));
}

function createBucket({ name, region, accountId, objects, policy = null, kmsKey = null, objectTags = {} }: NewBucket, now: EpochMillis): Bucket {
  const stored = Object.entries(objects).map(([key, text]) => {
    const body = new TextEncoder().encode(text);
    return [
      key,
      {
        body,
        contentType: "text/plain",
        lastModified: now,
        entityTag: `"${md5(body).hex}"`,
        headers: {},
        kmsKey,
        checksum: null,
        partSizes: null,
        tags: new Map(Object.entries(objectTags[key] ?? {})),
      },
    ] as const;
  });
  return { name, region, accountId, createdAt: now, objects: new Map(stored), uploads: new Map(), policy, kmsKey };
}

interface RequestIds {
  readonly requestId: string;
  readonly hostId: string;
}

function requestIds(random: Random): RequestIds {
  return { requestId: random.text(16, ID_ALPHABET), hostId: btoa(String.fromCharCode(...random.bytes(57))) };
}

/** S3's own error document (section 8.4). */
function errorResponse({ status, code, message, elements }: S3Fault, { requestId, hostId }: RequestIds): Omit<HttpResponse, "headers"> {
  return { status, body: errorDocument({ Code: code, Message: message, ...elements, RequestId: requestId, HostId: hostId }) };
}
