/** Who may use a secret, a queue, a topic and the like. */
import { namedRecord, pattern } from "@irsa-sim/core/schema";
import { policy } from "../policy.js";

const arn = pattern(/^arn:[a-z-]+:(?!s3:|kms:)[a-z0-9-]+:[a-z0-9-]*:\d*:\S+$/, "the ARN of a resource of another service than S3 and KMS");

export const resourcePolicies = namedRecord(arn, policy, "policies by ARN")
  .default({})
  .describe(
    "policies of secrets, queues, topics, functions and other resources by their ARN: files or the documents themselves. Those of buckets and keys stand with them",
  );
