/** Guardrails above the accounts. */
import { orNull, pattern, strictObject } from "@irsa-sim/core/schema";
import { policies } from "../policy.js";

export const organization = orNull(
  strictObject({
    id: pattern(/^o-[a-z0-9]{10,32}$/, "an organization's id such as o-exampleorgid")
      .default("o-exampleorgid")
      .describe("the organization's id, which aws:PrincipalOrgID and aws:ResourceOrgID have; o-exampleorgid when left out"),
    serviceControlPolicies: policies.describe("SCPs by name, each a file or the document itself: they limit what the account's users and roles may do"),
    resourceControlPolicies: policies.describe(
      "RCPs by name, each a file or the document itself: they limit what anybody may do with the account's roles, buckets and keys",
    ),
  }),
).describe("guardrails of the organization, beside AWS's own policies that allow everything; none when left out");
