import type { Cause } from "../cause.js";
import { refusalOfS3 } from "../s3-refusal.js";

/** What S3 says of an upload in parts, and what was done before it says so. */
const SAYINGS: Readonly<Record<string, readonly [because: string, fix: string]>> = {
  InvalidPart: [
    "the upload is completed with a part that S3 does not have under that number and that ETag: it was never uploaded, was uploaded again since, or belongs to another upload",
    "complete the upload with the numbers and ETags that the answers to UploadPart gave, all of the same upload id; aws s3api list-parts shows what S3 has",
  ],
  InvalidPartOrder: ["the parts are named out of order", "sort the parts by number before completing the upload: parallel uploads end in any order"],
  NoSuchUpload: [
    "there is no upload of that id for that key: it was completed, was aborted, by a lifecycle rule for one, or is another key's",
    "begin a new upload, and keep its id together with its key; do not complete one twice",
  ],
  EntityTooSmall: ["a part that is not the last has less than 5 MiB", "send parts of at least 5 MiB; only the last may be smaller"],
};

/** Not in failures.md: uploads in parts, beside who may. */
export const uploadInPartsMistaken: Cause = {
  id: "upload-in-parts-mistaken",
  rank: "mistaken",
  title: "An upload in parts was put together wrongly",
  see: "InvalidPart: One or more of the specified parts could not be found. (400); InvalidPartOrder; NoSuchUpload (404); EntityTooSmall",
  why: "Begin, parts and completion are calls of their own, often from several threads or processes. Identity and policies have been checked by then: S3 looked at the parts.",
  prove: ["aws s3api list-parts --bucket BUCKET --key KEY --upload-id ID", "aws s3api list-multipart-uploads --bucket BUCKET"],
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html"],
  explainOwnError(error) {
    const code = refusalOfS3(error);
    const [because, fix] = (code === null ? undefined : SAYINGS[code]) ?? [];
    return because === undefined || fix === undefined ? null : { because: `the role may do this, and S3 refused the upload itself: ${because}`, fix };
  },
};
