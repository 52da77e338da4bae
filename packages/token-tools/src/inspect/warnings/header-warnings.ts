import { STS_ALGORITHMS } from "@irsa-sim/simulation";
import { listed, show } from "../in-words.js";
import type { TokenWarning, WarningContext } from "./token-warning.js";

/** Unsigned, signed in a way that STS does not take, or without the key's name. */
export function headerWarnings({ header, signature }: WarningContext): readonly TokenWarning[] {
  const isKnown = STS_ALGORITHMS.some((algorithm) => algorithm === header.alg);
  return [
    ...(signature === "" ? [{ id: "unsigned", says: "it has no signature: nobody vouches for it" }] : []),
    ...(isKnown ? [] : [{ id: "algorithm", says: `its alg is ${show(header.alg)}; STS takes ${listed(STS_ALGORITHMS)}` }]),
    ...(header.kid === undefined
      ? [{ id: "no-kid", says: "its header names no key (kid): STS finds one only if the issuer publishes exactly one that fits" }]
      : []),
  ];
}
