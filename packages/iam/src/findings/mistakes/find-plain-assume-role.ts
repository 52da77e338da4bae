import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/** `sts:AssumeRole` where the action of web identities was meant. */
export const findPlainAssumeRole: MistakeFinder = ({ actions, pointer }) => {
  const names = actions.map((action) => action.toLowerCase());
  if (!names.includes("sts:assumerole") || names.some((name) => matchPattern(parsePattern(name), "sts:assumerolewithwebidentity"))) return [];
  return [
    {
      mistake: "plain-assume-role",
      pointer: `${pointer}/Action`,
      expected: "sts:AssumeRoleWithWebIdentity",
      actual: actions.join(", "),
      fix: "allow sts:AssumeRoleWithWebIdentity; sts:AssumeRole is for callers with AWS credentials",
    },
  ];
};
