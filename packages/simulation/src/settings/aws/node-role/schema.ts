/** Who the node is in AWS. */
import { flag, strictObject } from "@irsa-sim/core/schema";
import { iamName } from "../iam-name.js";
import { policies } from "../policy.js";

export const nodeRole = strictObject({
  absent: flag().default(false).describe("true for a node whose instance profile has no role, as on Fargate"),
  name: iamName.default("demo-node-role").describe("name of the role"),
  policies: policies.describe("permission policies by name, each a file or the document itself"),
})
  .prefault({})
  .describe("the role of the node, which SDKs fall back to");
