import { expect, test } from "vitest";
import { findUncallable } from "./find-uncallable.js";

test.each([
  { action: "s3:GetObject", message: null },
  { action: "s3:ListBucket", message: null },
  { action: "lambda:InvokeFunction", message: null },
  { action: "s3:ReplicateObject", message: "s3:ReplicateObject is an action that no operation has for a name" },
  { action: "s3:GetObjekt", message: "Amazon S3 has no operation GetObjekt; perhaps GetObject" },
  { action: "nobody:DoThis", message: "no service is known by nobody:" },
  { action: "cloudwatch:CreateAlert", message: "is spoken to in CBOR alone" },
])("$action: $message", async ({ action, message }) => {
  const found = await findUncallable(action);
  expect(message === null ? found : found?.includes(message)).toBe(message === null ? null : true);
});
