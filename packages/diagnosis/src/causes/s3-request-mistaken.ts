import type { Cause } from "../cause.js";
import { refusalOfS3 } from "../s3-refusal.js";
import { visible } from "../visible.js";

/** Codes by what is behind them. */
const KINDS: readonly { readonly codes: readonly string[]; readonly because: string; readonly fix: string }[] = [
  {
    codes: ["BucketAlreadyExists", "BucketAlreadyOwnedByYou", "BucketNotEmpty", "NoSuchBucketPolicy", "NoSuchTagSet"],
    because: "the bucket is not as the app thinks",
    fix: "look at what is there before changing it: names of buckets are shared by everybody, only an empty bucket can be deleted, and a policy can be read only where there is one",
  },
  {
    codes: ["PreconditionFailed", "InvalidRange", "InvalidPartNumber"],
    because: "the object is not as the app thinks: another version of it, or a shorter one",
    fix: "read the object's ETag and size anew (HeadObject), and repeat the call for what is there",
  },
  {
    codes: ["IllegalLocationConstraintException", "InvalidLocationConstraint"],
    because: "the region in the request's document is not that of the host that was asked",
    fix: "name the region of the client in LocationConstraint, and leave it out in us-east-1",
  },
  {
    codes: ["AccessControlListNotSupported"],
    because: "the app sends an access control list, and the bucket's owner has switched them off, as on all new buckets",
    fix: "leave out x-amz-acl and its grants, and let the bucket policy say who may",
  },
  {
    codes: [
      "InvalidTag",
      "BadRequest",
      "InvalidURI",
      "InvalidBucketName",
      "InvalidArgument",
      "InvalidRequest",
      "MalformedXML",
      "MalformedPolicy",
      "MethodNotAllowed",
      "KMS.NotFoundException",
    ],
    because: "a value in the request is not one that S3 takes",
    fix: "mend the value that the message names, in the app or in the tool that sends it",
  },
];

/** Not in failures.md: what has nothing to do with who calls. */
export const s3RequestMistaken: Cause = {
  id: "s3-request-mistaken",
  rank: "mistaken",
  title: "S3 does not take the request itself, whoever sends it",
  see: "InvalidArgument, MalformedXML, PreconditionFailed, BucketNotEmpty, InvalidBucketName, … with status 400, 409, 412 or 416",
  why: "S3 has checked the signature and, where it got that far, the policies. What it refuses now is what the app asked for.",
  prove: ["turn on the SDK's wire log and read the request", "repeat the call with aws s3api --debug"],
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"],
  explainOwnError(error) {
    const code = refusalOfS3(error);
    if (error.told.message.includes("AWS4-HMAC-SHA256")) return null;
    const kind = KINDS.find(({ codes }) => code !== null && codes.includes(code));
    if (kind === undefined) return null;
    return { because: `this is no matter of credentials: ${kind.because} (${code}: ${visible(error.told.message)})`, fix: kind.fix };
  },
};
