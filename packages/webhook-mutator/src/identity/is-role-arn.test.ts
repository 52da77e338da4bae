import { expect, test } from "vitest";
import { isRoleArn } from "./is-role-arn.js";

test.each([
  { value: "arn:aws:iam::111122223333:role/app", matches: true },
  { value: "arn:aws-cn:iam::111122223333:role/path/to/app_1+=,.@-", matches: true },
  { value: "arn:aws:iam::11112222333:role/app", matches: false },
  { value: "arn:aws:iam::111122223333:role/", matches: false },
  { value: "arn:aws:iam::111122223333:user/app", matches: false },
  { value: "arn:aws:sts::111122223333:assumed-role/app", matches: false },
  { value: " arn:aws:iam::111122223333:role/app", matches: false },
  { value: "app", matches: false },
])("$value: $matches", ({ value, matches }) => {
  expect(isRoleArn(value)).toBe(matches);
});
