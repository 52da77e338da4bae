import type { Cause } from "../cause.js";
import { refusalOfS3 } from "../s3-refusal.js";
import { visible } from "../visible.js";

const CODES = ["BadDigest", "InvalidDigest", "IncompleteBody", "XAmzContentSHA256Mismatch", "SignatureDoesNotMatch", "EntityTooLarge"];

/** Not in failures.md: what came is not what was signed. */
export const bodyDiffers: Cause = {
  id: "body-differs",
  rank: "mistaken",
  title: "What S3 received is not what the app signed or measured",
  see: "XAmzContentSHA256Mismatch (400); BadDigest: The Content-MD5 you specified did not match what we received; IncompleteBody; SignatureDoesNotMatch of a chunk (403)",
  why: "A proxy, a middleware or the app changed or cut the body after its checksum was made; a stream was read twice; a header was sent that belongs to another body.",
  prove: ["send the same call without the proxy and compare", "compare Content-Length with the file's size", "turn on the SDK's wire log"],
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html"],
  explainOwnError(error) {
    const code = refusalOfS3(error);
    if (code === null || !CODES.includes(code)) return null;
    return {
      because: `credentials and policies are good, and S3 refused the body: ${code}, ${visible(error.told.message)}`,
      fix: "let checksum, length and signature be made of the bytes that are sent: take out what changes the body on its way, and read streams from their beginning for each try",
    };
  },
};
