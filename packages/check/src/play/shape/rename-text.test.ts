import { expect, test } from "vitest";
import { renameText } from "./rename-text.js";

const NUMBERS = new Map([
  ["billing", "1"],
  ["payments", "2"],
]);

test.each<{ readonly text: string; readonly renamed: string | null }>([
  { text: "system:serviceaccount:billing:payments", renamed: "system:serviceaccount:1:2" },
  { text: "system:serviceaccount:billing:*", renamed: "system:serviceaccount:1:*" },
  { text: "system:serviceaccount:billing:pay*", renamed: null },
  { text: "system:serviceaccount:billing:PAYMENTS", renamed: null },
  { text: "system:serviceaccount:kube-system:other", renamed: "system:serviceaccount:kube-system:other" },
  { text: "arn:aws:iam::111122223333:role/team/payments", renamed: "arn:aws:iam::111122223333:role/team/2" },
  { text: "arn:aws:iam::111122223333:role/billing/payments", renamed: null },
  { text: "arn:aws:iam::111122223333:role/*", renamed: null },
  { text: "arn:aws:s3:::bucket/*", renamed: "arn:aws:s3:::bucket/*" },
  { text: "sts:AssumeRole*", renamed: "sts:AssumeRole*" },
  { text: "*", renamed: "*" },
  { text: "${aws:username}", renamed: null },
  { text: "https://payments.example.com", renamed: null },
  { text: "payments-2", renamed: "payments-2" },
])("$text", ({ text, renamed }) => {
  expect(renameText(text, NUMBERS)).toBe(renamed);
});
