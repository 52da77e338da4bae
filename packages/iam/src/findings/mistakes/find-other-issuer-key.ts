import { readConditionKey } from "../read-condition-key.js";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/** A condition key of another issuer, which is missing in the request. */
export const findOtherIssuerKey: MistakeFinder = ({ conditions }, { providerUrl }) =>
  conditions.flatMap(({ key, pointer }) => {
    const { issuer, claim } = readConditionKey(key);
    // Keys of AWS itself have no issuer; a scheme or a slash too many are mistakes of their own.
    const plain = issuer.replace(/^https:\/\//, "").replace(/\/$/, "");
    if (!["sub", "aud", "amr", "oaud", "email"].includes(claim) || plain.toLowerCase() === providerUrl.toLowerCase().replace(/\/$/, "")) return [];
    return [
      {
        mistake: "other-issuer-key",
        pointer,
        expected: `${providerUrl}:${claim}`,
        actual: key,
        fix: "write the issuer of the cluster that the pod runs in",
      },
    ];
  });
