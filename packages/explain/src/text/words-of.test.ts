import fc from "fast-check";
import { expect, test } from "vitest";
import { wordsOf } from "./words-of.js";

test.each([
  { name: "the node's role", text: "arn:aws:sts::111122223333:assumed-role/nodes/i-0123456789abcdef0", words: ["{arn-sts-assumed-role-of-node}"] },
  { name: "a role's session", text: "arn:aws:sts::111122223333:assumed-role/my-role/botocore-session-1", words: ["{arn-sts-assumed-role}"] },
  { name: "another partition", text: "arn:aws-cn:iam::111122223333:role/r", words: ["{arn-iam-role}", "{china}"] },
  { name: "an object in S3", text: '"arn:aws:s3:::my-bucket/hello.txt"', words: ["{arn}"] },
  {
    name: "an action that was refused",
    text: "is not authorized to perform: sqs:SendMessage",
    words: ["is", "not", "authorized", "to", "perform", "{action}"],
  },
  { name: "that of a key", text: "perform: kms:Decrypt", words: ["perform", "{kms-action}"] },
  { name: "that of STS", text: "perform: sts:AssumeRole", words: ["perform", "sts:assumerole"] },
  { name: "a resource that is no ARN", text: "on resource: prod/db because", words: ["on", "resource", "{arn}", "because"] },
  {
    name: "the node's role, masked",
    text: "User: arn:aws:sts:XXXXassumed-role/XXX-NodeRole/i-XXXX is",
    words: ["user", "{arn-sts-assumed-role-of-node}", "is"],
  },
  { name: "the node's role, by its name", text: "arn:aws:iam::111122223333:role/dev-NodeInstanceRole-1AB", words: ["{arn-iam-role-of-node}"] },
  { name: "an issuer, masked", text: "https://oidc.eks.us-east-1.amazonaws.com/id/****", words: ["{issuer}"] },
  { name: "an EKS issuer", text: "https://oidc.eks.eu-west-1.amazonaws.com/id/ABC123", words: ["{issuer}"] },
  { name: "STS", text: 'Post "https://sts.eu-west-1.amazonaws.com/": EOF', words: ["post", "{sts}", "eof"] },
  { name: "the token file", text: "open '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'", words: ["open", "{eks-token}"] },
  { name: "a time", text: "2026-01-05T09:00:00.123Z failed", words: ["failed"] },
  { name: "ids and numbers", text: "id 61c8acc9-c91e-49f2-be8f-ae561f613078 took 300 s", words: ["id", "{id}", "took", "{n}", "s"] },
  { name: "escapes of escapes", text: String.raw`{\"a\":\"b\\nc\"}`, words: ["a", "b", "c"] },
  { name: "entities", text: "&quot;x&quot; &amp;amp; y", words: ["x", "amp", "y"] },
])("$name", ({ text, words }) => {
  expect(wordsOf(text)).toEqual(words);
});

test("any text has words, soon", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
      expect(wordsOf(`${text} Incorrect token audience`).slice(-3)).toEqual(["incorrect", "token", "audience"]);
    }),
  );
});

test("a text that is made to take long takes three times as long when it is three times as long, and not nine times", () => {
  const taken = (times: number): number => {
    const started = performance.now();
    for (const piece of ["\\\\", "&amp;", "a.", "/a", "arn:aws:", "eyJ.", "1", "169.254.", "<a", "a-", "0123456789abcdef"]) wordsOf(piece.repeat(times));
    return performance.now() - started;
  };
  taken(500);
  // A machine that does something else in between does it once, and not three times.
  const ratios = [1, 2, 3].map(() => taken(4500) / taken(1500));
  expect(Math.min(...ratios)).toBeLessThan(6);
});
