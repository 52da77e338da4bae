import { memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { textOf } from "../text-of.js";

/** `aws sts get-caller-identity`: which account somebody looked at. */
export const callerIdentity: Recogniser = (object) => {
  const account = memberOf(object, "Account");
  if (account === null || !/^\d{12}$/.test(textOf(account) ?? "") || textOf(memberOf(object, "UserId")) === null) return null;
  return {
    documents: [{ kind: "caller-identity", node: account }],
    passedOver: passedOverIn(object, { taken: ["Account"], live: ["UserId", "Arn"] }),
    faults: [],
  };
};
