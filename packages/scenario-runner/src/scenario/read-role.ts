import { changeMember, type LocatedNode, type Member, memberOf, type ObjectNode, type Place, textOf, withMember } from "@irsa-sim/documents";
import { choosePermissions, choosePolicy, chooseRole } from "./choose-document.js";
import { type DocumentReading, readNamed } from "./read-named.js";

/**
 * A role with the documents that it names. A file may hold the whole role: its settings are then those that the scenario leaves out. Managed policies
 * among the permissions become attached ones.
 */
export function readRole(written: LocatedNode, name: string, reading: DocumentReading): LocatedNode {
  const role = readBoundary(written, reading);
  const trustPolicy = memberOf(role, "trustPolicy");
  const document = trustPolicy === null ? null : readNamed(trustPolicy, (documents) => chooseRole(documents, name), reading);
  if (document === null) return readPermissions(role, reading);
  if (document.kind !== "role")
    return readPermissions(
      changeMember(role, "trustPolicy", () => document.node),
      reading,
    );
  return readPermissions(withSettings(role, document.node), reading);
}

/** A boundary that is no ARN is a document, or names a file. */
function readBoundary(role: LocatedNode, reading: DocumentReading): LocatedNode {
  return changeMember(role, "permissionsBoundary", (boundary) =>
    textOf(boundary)?.startsWith("arn:") === true ? boundary : (readNamed(boundary, choosePolicy, reading)?.node ?? boundary),
  );
}

/** What is read goes before the name of its file; what the scenario says itself goes before what is read. */
function withSettings(role: LocatedNode, read: ObjectNode): LocatedNode {
  if (role.kind !== "object") return role;
  const { trustPolicy, policies, ...own } = Object.fromEntries(role.members);
  const policiesByName = [memberOf(read, "policies"), policies?.node ?? null].flatMap((node) => (node?.kind === "object" ? [...node.members] : []));
  const members = new Map<string, Member>([...read.members, ...Object.entries(own)]);
  if (!members.has("trustPolicy") && trustPolicy !== undefined) members.set("trustPolicy", trustPolicy);
  const first = policies ?? members.get("policies");
  if (first !== undefined) members.set("policies", { ...first, node: { kind: "object", place: first.node.place, members: new Map(policiesByName) } });
  return { ...role, members };
}

function readPermissions(role: LocatedNode, reading: DocumentReading): LocatedNode {
  const policies = memberOf(role, "policies");
  if (role.kind !== "object" || policies?.kind !== "object") return role;
  const inline = new Map<string, Member>();
  const attached: LocatedNode[] = [];
  for (const [name, { keyPlace, node }] of policies.members) {
    if (textOf(node)?.startsWith("arn:") === true) attached.push(node);
    else {
      const document = readNamed(node, choosePermissions, reading);
      if (document?.kind === "attached-policies") attached.push(...(document.node.kind === "list" ? document.node.items : []));
      else inline.set(name, { keyPlace, node: document?.node ?? node });
    }
  }
  const withInline = changeMember(role, "policies", () => ({ ...policies, members: inline })) as ObjectNode;
  return attached.length === 0 ? withInline : withAttached(withInline, attached, policies.place);
}

function withAttached(role: ObjectNode, arns: readonly LocatedNode[], place: Place): ObjectNode {
  const present = memberOf(role, "attachedPolicies");
  const items = [...(present?.kind === "list" ? present.items : []), ...arns];
  return withMember(role, "attachedPolicies", { keyPlace: place, node: { kind: "list", place, items } });
}
