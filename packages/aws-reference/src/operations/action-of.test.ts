import { expect, test } from "vitest";
import { loadService } from "../load-service.js";
import { actionOf, operationFor } from "./action-of.js";

test.each([
  { prefix: "secretsmanager", operation: "GetSecretValue", action: "GetSecretValue" },
  { prefix: "lambda", operation: "Invoke", action: "InvokeFunction" },
  { prefix: "sqs", operation: "SendMessageBatch", action: "SendMessage" },
])("$prefix:$operation asks for $action", async ({ prefix, operation, action }) => {
  const service = await loadService(prefix);
  expect(service === null ? null : actionOf(service, operation)).toBe(action);
});

test.each([
  { prefix: "lambda", action: "InvokeFunction", operation: "Invoke" },
  { prefix: "s3", action: "ListBucket", operation: "ListObjectsV2" },
  { prefix: "s3", action: "HeadObject", operation: "HeadObject" },
  { prefix: "ses", action: "SendEmail", operation: "SendEmail" },
  { prefix: "secretsmanager", action: "GetNothing", operation: null },
])("$prefix:$action is called as $operation", async ({ prefix, action, operation }) => {
  const service = await loadService(prefix);
  expect(service === null ? undefined : (operationFor(service, action)?.name ?? null)).toBe(operation);
});

test("nobody has the prefix of a thing that every object has", async () => {
  expect([await loadService("nobody"), await loadService("constructor")]).toEqual([null, null]);
});
