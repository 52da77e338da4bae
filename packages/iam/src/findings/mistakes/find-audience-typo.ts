import type { MistakeFinder } from "../trust-policy-mistake.js";

/** `sts.amazon.com` for `sts.amazonaws.com`. */
export const findAudienceTypo: MistakeFinder = ({ conditions }) =>
  conditions
    .filter(({ values }) => values.includes("sts.amazon.com"))
    .map(({ pointer }) => ({
      mistake: "audience-typo",
      pointer,
      expected: "sts.amazonaws.com",
      actual: "sts.amazon.com",
      fix: "write sts.amazonaws.com",
    }));
