import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import type { MistakeFinder } from "../trust-policy-mistake.js";

/** Session tags in the token, but no leave to pass any. */
export const findMissingTagSession: MistakeFinder = ({ actions, pointer }, { hasSessionTags }) => {
  const isAllowed = (wanted: string): boolean => actions.some((action) => matchPattern(parsePattern(action.toLowerCase()), wanted));
  if (!hasSessionTags || isAllowed("sts:tagsession") || !isAllowed("sts:assumerolewithwebidentity")) return [];
  return [
    {
      mistake: "missing-tag-session",
      pointer: `${pointer}/Action`,
      expected: "sts:TagSession beside sts:AssumeRoleWithWebIdentity",
      actual: actions.join(", "),
      fix: "allow sts:TagSession: the token brings session tags",
    },
  ];
};
