import { isAudience } from "../is-audience.js";
import { readConditionKey } from "../read-condition-key.js";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/** The audience written where the subject was meant, or the reverse. */
export const findSwappedClaims: MistakeFinder = ({ conditions }) =>
  conditions.flatMap(({ key, pointer, values }) => {
    const { claim } = readConditionKey(key);
    const isSwapped = (value: string): boolean => (claim === "sub" && isAudience(value)) || (claim === "aud" && value.startsWith("system:serviceaccount:"));
    return values.filter(isSwapped).map((value) => ({
      mistake: "swapped-claims",
      pointer,
      expected: claim === "sub" ? "system:serviceaccount:NAMESPACE:NAME under :sub" : "sts.amazonaws.com under :aud",
      actual: `${value} under :${claim}`,
      fix: `put this value under :${claim === "sub" ? "aud" : "sub"}`,
    }));
  });
