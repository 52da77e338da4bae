/** Managed policies that roles name by ARN: each stands in the scenario, in a file that was read, or AWS has it; without any other the role does. */
import {
  changeEach,
  changeMembers,
  type LocatedNode,
  type Member,
  memberOf,
  type ObjectNode,
  type ProblemList,
  type RecognisedDocument,
  textOf,
} from "@irsa-sim/documents";

/** What is known of managed policies. */
export interface ManagedPolicySources {
  /** Whether AWS has a policy of this ARN in each account. */
  readonly isAwsManaged: (arn: string) => boolean;
  /** What was read from files. */
  readonly documents: readonly RecognisedDocument[];
  readonly problems: ProblemList;
}

/**
 * The account with the managed policies that its roles need.
 *
 * @param accountId 12 digits; what is of another account is not known here
 */
export function resolveManagedPolicies(account: LocatedNode, accountId: string, { isAwsManaged, documents, problems }: ManagedPolicySources): LocatedNode {
  if (account.kind !== "object") return account;
  const written = memberOf(account, "managedPolicies");
  const policies = new Map<string, Member>(written?.kind === "object" ? written.members : []);
  const isThere = (node: LocatedNode): boolean => {
    const arn = textOf(node) ?? "";
    const [, owner, name = ""] = /^arn:[\w-]+:iam::(\w+):policy\/(.+)$/.exec(arn) ?? [];
    const read = documents.find((document) => document.kind === "managed-policy" && document.arn === arn)?.node ?? null;
    if (owner === accountId && read !== null && !policies.has(name)) policies.set(name, { keyPlace: read.place, node: read });
    // What is no ARN is left to the schema.
    return owner === undefined || isAwsManaged(arn) || (owner === accountId && policies.has(name));
  };
  const keep = (node: LocatedNode): boolean => {
    const isKept = isThere(node);
    if (!isKept) problems.notice(node.place, `${textOf(node)} is not known here, so the role does without it; aws.managedPolicies takes the account's own`);
    return isKept;
  };
  const resolved = changeMembers(account, { roles: (roles) => changeEach(roles, (role) => withoutUnknown(role, keep)) });
  if (policies.size === 0 || resolved.kind !== "object") return resolved;
  const place = written?.place ?? account.place;
  return { ...resolved, members: new Map([...resolved.members, ["managedPolicies", { keyPlace: place, node: { kind: "object", place, members: policies } }]]) };
}

function withoutUnknown(role: LocatedNode, keep: (arn: LocatedNode) => boolean): LocatedNode {
  const kept = changeMembers(role, {
    attachedPolicies: (arns) => (arns.kind === "list" ? { ...arns, items: arns.items.filter(keep) } : arns),
  });
  const boundary = memberOf(kept, "permissionsBoundary");
  if (boundary === null || keep(boundary)) return kept;
  const { members } = kept as ObjectNode;
  return { ...(kept as ObjectNode), members: new Map([...members].filter(([name]) => name !== "permissionsBoundary")) };
}
