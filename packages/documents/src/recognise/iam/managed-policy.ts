import { type LocatedNode, memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import type { PassedOver } from "../recognition.js";
import { textOf } from "../text-of.js";
import { decodeDocument } from "./decode-document.js";

const LIVE = ["PolicyId", "DefaultVersionId", "AttachmentCount", "PermissionsBoundaryUsageCount", "IsAttachable", "CreateDate", "UpdateDate"];

/** A policy as `aws iam get-policy` and `get-account-authorization-details` print it, the latter with its versions. */
export const managedPolicy: Recogniser = (object) => {
  const arn = textOf(memberOf(object, "Arn"));
  if (arn === null || textOf(memberOf(object, "PolicyName")) === null) return null;
  const { document, passedOver } = defaultVersion(memberOf(object, "PolicyVersionList"));
  const { node, faults = [] } = document === null ? { node: null } : decodeDocument(document);
  const others = passedOverIn(object, { taken: ["PolicyVersionList"], used: ["Arn", "PolicyName", "Path"], live: LIVE });
  return { documents: [{ kind: "managed-policy", arn, node }], passedOver: [...others, ...passedOver], faults };
};

/** The document of the version that is in force; the others have no effect. */
function defaultVersion(list: LocatedNode | null): { readonly document: LocatedNode | null; readonly passedOver: readonly PassedOver[] } {
  if (list === null) return { document: null, passedOver: [] };
  const versions = list.kind === "list" ? list.items : [];
  const inForce = versions.find((version) => isTrue(memberOf(version, "IsDefaultVersion")));
  const document = memberOf(inForce ?? null, "Document");
  if (inForce?.kind !== "object" || document === null) return { document: null, passedOver: [{ name: "PolicyVersionList", node: list, because: "unused" }] };
  const prefix = "PolicyVersionList.";
  const rest = versions.filter((version) => version !== inForce).map((node) => ({ name: "PolicyVersionList", node, because: "live" as const }));
  return { document, passedOver: [...passedOverIn(inForce, { taken: ["Document"], live: ["VersionId", "CreateDate", "IsDefaultVersion"], prefix }), ...rest] };
}

function isTrue(node: LocatedNode | null): boolean {
  return node?.kind === "scalar" && node.value === true;
}
