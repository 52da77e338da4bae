import { type LocatedNode, type Member, memberOf, type ObjectNode } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import type { Recognition } from "../recognition.js";
import { textOf } from "../text-of.js";
import { attachedArns } from "./attached-arns.js";
import { boundaryArn } from "./boundary-arn.js";
import { decodeDocument } from "./decode-document.js";
import type { Part } from "./part.js";
import { valuesByName } from "./values-by-name.js";

/** What IAM calls a member, what the document calls it, and how it is read. */
const PARTS: readonly (readonly [from: string, to: string, read: (node: LocatedNode) => Part])[] = [
  ["AssumeRolePolicyDocument", "trustPolicy", decodeDocument],
  ["Path", "path", (node) => ({ node })],
  ["Description", "description", (node) => ({ node })],
  ["MaxSessionDuration", "maxSessionDurationSeconds", (node) => ({ node })],
  ["Tags", "tags", (node) => valuesByName(node, { list: "Tags", name: "Key", value: "Value" })],
  ["RolePolicyList", "policies", (node) => valuesByName(node, { list: "RolePolicyList", name: "PolicyName", value: "PolicyDocument", read: decodeDocument })],
  ["AttachedManagedPolicies", "attachedPolicies", attachedArns],
  ["PermissionsBoundary", "permissionsBoundary", boundaryArn],
];

/** A role as `aws iam get-role`, `list-roles` and `get-account-authorization-details` print it. */
export const role: Recogniser = (object) => (object.members.has("AssumeRolePolicyDocument") ? roleIn(object) : null);

function roleIn(object: ObjectNode): Recognition {
  const read = PARTS.flatMap(([from, to, readPart]) => {
    const written = object.members.get(from);
    return written === undefined ? [] : [{ to, keyPlace: written.keyPlace, part: readPart(written.node) }];
  });
  const members = new Map(read.flatMap(({ to, keyPlace, part: { node } }): [string, Member][] => (node === null ? [] : [[to, { keyPlace, node }]])));
  const uses = { taken: PARTS.map(([from]) => from), used: ["RoleName", "Arn"], live: ["RoleId", "CreateDate", "RoleLastUsed", "InstanceProfileList"] };
  return {
    documents: [
      {
        kind: "role",
        name: textOf(memberOf(object, "RoleName")),
        arn: textOf(memberOf(object, "Arn")),
        node: { kind: "object", place: object.place, members },
      },
    ],
    passedOver: [...passedOverIn(object, uses), ...read.flatMap(({ part }) => part.passedOver ?? [])],
    faults: read.flatMap(({ part }) => part.faults ?? []),
  };
}
