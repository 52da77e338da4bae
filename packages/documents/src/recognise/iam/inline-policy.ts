import { memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { textOf } from "../text-of.js";
import { decodeDocument } from "./decode-document.js";

/** `aws iam get-role-policy`, and the same of users and groups. */
export const inlinePolicy: Recogniser = (object) => {
  const document = memberOf(object, "PolicyDocument");
  if (document === null) return null;
  const { node, faults = [] } = decodeDocument(document);
  const passedOver = passedOverIn(object, { taken: ["PolicyDocument"], used: ["PolicyName", "RoleName", "UserName", "GroupName"] });
  const [name, role] = ["PolicyName", "RoleName"].map((member) => textOf(memberOf(object, member)));
  return { documents: node === null ? [] : [{ kind: "policy", name: name ?? null, role: role ?? null, node }], passedOver, faults };
};
