import type { MistakeFinder } from "../trust-policy-mistake.js";

/** `https://` left in the ARN of the provider. */
export const findSchemeInProvider: MistakeFinder = ({ federated }) =>
  federated
    .filter(({ value }) => value.includes("oidc-provider/https://"))
    .map(({ pointer, value }) => ({
      mistake: "scheme-in-provider",
      pointer,
      expected: value.replace("oidc-provider/https://", "oidc-provider/"),
      actual: value,
      fix: "leave https:// out of the provider's ARN",
    }));
