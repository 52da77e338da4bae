import { toRfc3339 } from "@irsa-sim/core";
import { checkAuthorization } from "../../checks/02-authorization.js";
import { FAULTS } from "../../s3-fault.js";
import type { S3Operation } from "../../s3-request.js";
import { xmlResponse } from "../../xml/xml.js";

/** The buckets of the caller's account. */
export const listBuckets: S3Operation = async (call) => {
  if (call.caller === null) throw FAULTS.accessDenied();
  checkAuthorization(call, { action: "s3:ListAllMyBuckets", resource: "*", bucket: null });
  const account = call.caller.arn.split(":")[4] ?? "";
  const own = [...call.options.buckets.values()].filter(({ accountId }) => accountId === account).sort((a, b) => (a.name < b.name ? -1 : 1));
  return xmlResponse("ListAllMyBucketsResult", {
    Owner: { ID: account },
    Buckets: { Bucket: own.map(({ name, createdAt }) => ({ Name: name, CreationDate: toRfc3339(createdAt) })) },
  });
};
