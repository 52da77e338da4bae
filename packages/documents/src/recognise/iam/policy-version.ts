import { memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { decodeDocument } from "./decode-document.js";

/** `aws iam get-policy-version`. */
export const policyVersion: Recogniser = (object) => {
  const version = memberOf(object, "PolicyVersion");
  const document = memberOf(version, "Document");
  if (version?.kind !== "object" || document === null) return null;
  const { node, faults = [] } = decodeDocument(document);
  const ofVersion = passedOverIn(version, { taken: ["Document"], live: ["VersionId", "IsDefaultVersion", "CreateDate"] });
  return {
    documents: node === null ? [] : [{ kind: "policy", name: null, role: null, node }],
    passedOver: [...passedOverIn(object, { taken: ["PolicyVersion"] }), ...ofVersion],
    faults,
  };
};
