/** What an app calls: an action of any service, and what it names. */
import { type Json, type JsonObject, toJson } from "@irsa-sim/core";
import { bucketName, flag, pattern, record, text } from "@irsa-sim/core/schema";
import { z } from "zod";

/** How an operation is written. */
export const calledOperation = {
  action: pattern(/^[a-z0-9-]+:[A-Za-z0-9]+$/, "a service and its action, such as s3:GetObject or secretsmanager:GetSecretValue").describe(
    "what the app does: a service's prefix in IAM, and an action of it or an operation of its API. What S3 and STS are asked for is carried out; any other service decides whether the caller may, and answers without content",
  ),
  resource: pattern(/^(arn:\S+|\*)$/, "an ARN")
    .optional()
    .describe("ARN of what the call is meant for; what bucket, key and parameters name when left out"),
  parameters: record(z.unknown().transform(toJson), "parameters by name")
    .default({})
    .describe("the operation's parameters as the API calls them, such as SecretId or TableName"),
  inParts: flag()
    .optional()
    .describe("whether s3:PutObject uploads the parameter Body in parts, as transfer managers do with large files; false when left out"),
  bucket: bucketName.optional().describe("name of the bucket, for S3; short for the parameter Bucket"),
  key: text("the object's key").optional().describe("key of the object, for S3; short for the parameter Key"),
};

interface WrittenOperation {
  readonly action: string;
  readonly inParts?: boolean | undefined;
  readonly resource?: string | undefined;
  readonly bucket?: string | undefined;
  readonly key?: string | undefined;
  readonly parameters: Readonly<Record<string, Json>>;
}

/** Bucket and key belong to S3, and GetObject needs both. */
export function checkOperation({ action, resource, inParts = false, bucket, key, parameters }: WrittenOperation, context: z.RefinementCtx): void {
  const isS3 = action.startsWith("s3:");
  for (const [name, value] of Object.entries({ bucket, key })) {
    if (value !== undefined && !isS3) context.addIssue({ code: "custom", path: [name], message: "an action of S3 where a bucket or key is named" });
  }
  if (inParts && action !== "s3:PutObject") context.addIssue({ code: "custom", path: ["inParts"], message: "the action s3:PutObject" });
  if (action !== "s3:GetObject" || resource !== undefined) return;
  for (const [name, parameter] of [
    ["bucket", "Bucket"],
    ["key", "Key"],
  ] as const) {
    const written = { bucket, key }[name];
    if (written === undefined && parameters[parameter] === undefined) context.addIssue({ code: "custom", path: [name], message: `the object's ${name}` });
  }
}

/** Bucket and key as the parameters that they are short for. */
export function toParameters({ bucket, key, parameters }: Pick<WrittenOperation, "bucket" | "key" | "parameters">): JsonObject {
  return { ...(bucket === undefined ? {} : { Bucket: bucket }), ...(key === undefined ? {} : { Key: key }), ...parameters };
}
