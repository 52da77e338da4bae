import { expect, test } from "vitest";
import { parseRoleArn } from "./parse-role-arn.js";

test.each([
  { value: "arn:aws:iam::111122223333:role/a", account: "111122223333" },
  { value: "arn:aws-cn:iam::111122223333:role/path/a", account: "111122223333" },
])("$value is a role", ({ value, account }) => {
  expect(parseRoleArn(value)).toEqual({ arn: value, account });
});

test.each([
  { value: "my-pod-role", outcome: "not-an-arn" },
  { value: "arn:aws:iam::111122223333", outcome: "not-an-arn" },
  { value: "arn:aws:iam::111122223333:", outcome: "not-an-arn" },
  { value: "arn::iam::111122223333:role/a", outcome: "not-an-arn" },
  { value: "arn:aws::::role/a", outcome: "not-an-arn" },
  { value: "arn:aws:iam::111122223333:user/a", outcome: "not-a-role-arn" },
  { value: "arn:aws:iam::111122223333:role/", outcome: "not-a-role-arn" },
  { value: "arn:aws:iam::1111:role/a", outcome: "not-a-role-arn" },
  { value: "arn:aws:iam::1111222233334:role/a", outcome: "not-a-role-arn" },
  { value: "arn:aws:iam::0111122223333:role/a", outcome: "not-a-role-arn" },
  { value: "arn:aws:iam:eu-west-1:111122223333:role/a", outcome: "not-a-role-arn" },
  { value: "arn:aws:iam::111122223333:xrole/a", outcome: "not-a-role-arn" },
  { value: "xarn:aws:iam::111122223333:role/a", outcome: "not-an-arn" },
  { value: "arn:aws:sts::111122223333:assumed-role/a/b", outcome: "not-a-role-arn" },
])("$value is $outcome", ({ value, outcome }) => {
  expect(parseRoleArn(value)).toBe(outcome);
});
