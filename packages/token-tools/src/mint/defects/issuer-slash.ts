import type { Defect } from "../defect.js";

/** A slash too many, as some recipes for self-hosted issuers have it. */
export const issuerSlash: Defect = {
  id: "issuer-slash",
  says: "its issuer ends with a slash that the provider's URL does not have",
  claims: (claims) => ({ ...claims, iss: `${String(claims.iss)}/` }),
};
