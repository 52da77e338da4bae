import { expect, test } from "vitest";
import { dnsSuffixOf, partitionOf } from "./partition.js";

test.each([
  { region: "eu-west-1", partition: "aws", dnsSuffix: "amazonaws.com" },
  { region: "cn-north-1", partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { region: "cn-northwest-1", partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { region: "us-gov-west-1", partition: "aws-us-gov", dnsSuffix: "amazonaws.com" },
  { region: "us-west-1", partition: "aws", dnsSuffix: "amazonaws.com" },
])("$region", ({ region, partition, dnsSuffix }) => {
  expect([partitionOf(region), dnsSuffixOf(region)]).toEqual([partition, dnsSuffix]);
});
