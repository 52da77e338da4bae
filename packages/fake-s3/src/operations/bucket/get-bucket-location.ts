import { checkAuthorization } from "../../checks/02-authorization.js";
import { requireBucket, s3Arn } from "../../require-bucket.js";
import type { S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";

/** The bucket's region; us-east-1 has no name here. */
export const getBucketLocation: S3Operation = async (call) => {
  const bucket = requireBucket(call);
  checkAuthorization(call, { action: "s3:GetBucketLocation", resource: s3Arn(call, bucket.name), bucket });
  const { region } = bucket;
  return xmlResponse("LocationConstraint", region === "us-east-1" ? {} : { "#text": region });
};
