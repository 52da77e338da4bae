import { expect, test } from "vitest";
import { defaultKeyPolicy } from "./kms-key.js";

test.each([
  { partition: undefined, root: "arn:aws:iam::111122223333:root" },
  { partition: "aws-cn", root: "arn:aws-cn:iam::111122223333:root" },
])("a new key leaves it to the account's own policies: $root", ({ partition, root }) => {
  expect(defaultKeyPolicy("111122223333", partition)).toEqual({
    Version: "2012-10-17",
    Statement: [{ Sid: "Enable IAM User Permissions", Effect: "Allow", Principal: { AWS: root }, Action: "kms:*", Resource: "*" }],
  });
});
