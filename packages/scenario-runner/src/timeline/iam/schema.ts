import { httpsUrl, list, looseObject, record, strictObject, text } from "@irsa-sim/core/schema";
import { accountId } from "@irsa-sim/simulation";
import { z } from "zod";

/** Somebody changes something in IAM. */
export const iamSchema = strictObject({
  account: accountId.optional().describe("the account in which it happens; the scenario's own when left out"),
  role: text("the role's name").optional().describe("a role to create, to change or to delete"),
  oidcProvider: httpsUrl.optional().describe("an OIDC provider to create, to change or to delete"),
  delete: z.literal(true, { error: "true" }).optional().describe("takes it away"),
  trustPolicy: looseObject({}).optional().describe("the role's new trust policy"),
  policies: record(z.union([looseObject({}), z.null()], { error: "a policy document, or null to take it away" }), "policies by name")
    .optional()
    .describe("the role's permission policies to put, or with null to take away"),
  clientIds: list(text("a client id"), "a list of client ids").optional().describe("the provider's client ids, all of them"),
  thumbprints: list(text("a thumbprint"), "a list of thumbprints").optional().describe("the provider's thumbprints, all of them"),
}).refine(({ role, oidcProvider }) => (role === undefined) !== (oidcProvider === undefined), {
  error: "either role or oidcProvider",
  when: ({ issues }) => issues.length === 0,
});
