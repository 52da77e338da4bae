/** Of the documents in a file, the one that is meant where the file is named; or why none is. */
import { describeDocuments, type Fault, type LocatedNode, oneOf, type RecognisedDocument, type RoleDocument } from "@irsa-sim/documents";

/** What is meant, or a fault. */
export type Choice<Document> = { readonly document: Document } | { readonly fault: Fault };

type PolicyDocument = Extract<RecognisedDocument, { kind: "policy" }>;
type AttachedPolicies = Extract<RecognisedDocument, { kind: "attached-policies" }>;
type Unknown = Extract<RecognisedDocument, { kind: "unknown" }>;

/**
 * A role's trust policy, or the whole role. Of several roles the one of that name; a single one may be called otherwise.
 * What nobody knows is left to the policy's schema.
 */
export function chooseRole(documents: readonly RecognisedDocument[], name: string): Choice<RoleDocument | PolicyDocument | Unknown> {
  const roles = documents.filter((document) => document.kind === "role");
  const document = roles.find((role) => role.name === name) ?? (roles.length === 1 ? roles[0] : policyIn(documents));
  if (document !== undefined) return { document };
  if (roles.length > 1) {
    const names = roles.flatMap((role) => role.name ?? []);
    return { fault: { message: `the file has ${roles.length} roles, and none is called ${name}`, expected: oneOf(names, name) } };
  }
  return { fault: noPolicy("trust", ["get-role", "list-roles", "get-account-authorization-details"], documents) };
}

/** What a role is allowed: a document, or managed policies by ARN. */
export function choosePermissions(documents: readonly RecognisedDocument[]): Choice<PolicyDocument | AttachedPolicies | Unknown> {
  const document = alone(documents, "attached-policies") ?? policyIn(documents);
  if (document !== undefined) return { document };
  return { fault: noPolicy("permission", ["get-role-policy", "get-policy-version", "list-attached-role-policies"], documents) };
}

/** A policy of a resource or an organization. */
export function choosePolicy(documents: readonly RecognisedDocument[]): Choice<PolicyDocument | Unknown> {
  const document = policyIn(documents);
  return document === undefined ? { fault: noPolicy("", ["get-policy-version"], documents) } : { document };
}

/** An OIDC provider. */
export function chooseOidcProvider(documents: readonly RecognisedDocument[]): Choice<Extract<RecognisedDocument, { kind: "oidc-provider" }> | Unknown> {
  const document = alone(documents, "oidc-provider", "unknown");
  if (document !== undefined && document.node.kind === "object") return { document };
  const expected = "what aws iam get-open-id-connect-provider prints";
  return { fault: { message: "no OIDC provider stands in the file", expected, actual: describeDocuments(documents) } };
}

/** A policy, or what may have been meant as one: of that its schema says more. */
function policyIn(documents: readonly RecognisedDocument[]): PolicyDocument | Unknown | undefined {
  const document = alone(documents, "policy", "unknown");
  return document?.kind !== "unknown" || isNearlyPolicy(document.node) ? document : undefined;
}

function isNearlyPolicy(node: LocatedNode): boolean {
  return node.kind === "list" || (node.kind === "object" && (node.members.size === 0 || ["Version", "Id"].some((name) => node.members.has(name))));
}

function noPolicy(kind: string, commands: readonly string[], documents: readonly RecognisedDocument[]): Fault {
  const expected = `a policy document, or what aws iam ${commands.join(", ")} prints`;
  return { message: `no ${kind}${kind === "" ? "" : " "}policy stands in the file`, expected, actual: describeDocuments(documents) };
}

/** The only document, if it is of one of these kinds. */
function alone<Kind extends RecognisedDocument["kind"]>(
  documents: readonly RecognisedDocument[],
  ...kinds: readonly Kind[]
): Extract<RecognisedDocument, { kind: Kind }> | undefined {
  const [only, another] = documents;
  const isMeant = (document: RecognisedDocument): document is Extract<RecognisedDocument, { kind: Kind }> =>
    (kinds as readonly string[]).includes(document.kind);
  return only !== undefined && another === undefined && isMeant(only) ? only : undefined;
}
