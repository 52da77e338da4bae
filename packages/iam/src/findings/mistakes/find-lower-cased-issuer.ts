import type { MistakeFinder } from "../trust-policy-mistake.js";

/** An issuer in another case in the ARN, where case counts. */
export const findLowerCasedIssuer: MistakeFinder = ({ federated }, { providerUrl }) =>
  federated.flatMap(({ pointer, value }) => {
    const url = value.replace(/^.*oidc-provider\/(?:https:\/\/)?/, "");
    if (url === providerUrl || url.toLowerCase() !== providerUrl.toLowerCase()) return [];
    return [
      { mistake: "lower-cased-issuer", pointer, expected: providerUrl, actual: url, fix: "write the issuer's id in the case in which it was registered" },
    ];
  });
