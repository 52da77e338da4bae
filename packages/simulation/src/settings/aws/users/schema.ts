/** Users who are there from the beginning. */
import { namedRecord, orNull, pattern, strictObject, text } from "@irsa-sim/core/schema";
import { iamName } from "../iam-name.js";
import { policies, policy } from "../policy.js";

const user = strictObject({
  accessKeyId: pattern(/^AKIA[A-Z2-7]{16}$/, "a key id such as AKIAIOSFODNN7EXAMPLE").describe("id of the user's access key"),
  secretAccessKey: text("a secret access key").describe("the key's secret; nobody takes it outside this world"),
  policies: policies.describe("permission policies by name, each a file or the document itself"),
  permissionsBoundary: orNull(policy).describe("the policy that limits what the user's policies grant: a file or the document itself; none when left out"),
});

export const users = namedRecord(iamName, user, "users by name")
  .default({})
  .describe("IAM users by name, each with one long-lived access key; none when left out");
