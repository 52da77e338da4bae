/**
 * The grammar of policies, as IAM holds documents against it when they are stored: the first problem, in IAM's words.
 * Differs from IAM, perhaps, in the order in which several problems of one document are found.
 * @see sts-and-iam.md, section 5.5
 */
import type { Json, JsonObject, Partition } from "@irsa-sim/core";
import { findIdentityStatementProblem } from "./find-identity-statement-problem.js";
import { findTrustStatementProblem } from "./find-trust-statement-problem.js";
import type { PolicyProblem } from "./policy-problem.js";
import { isObject, SYNTAX_ERRORS } from "./values.js";

/** Where a policy is to be attached. */
export type PolicyKind = "trust" | "identity";

const VERSIONS: readonly Json[] = ["2012-10-17", "2008-10-17"];
const DUPLICATE_SID: Readonly<Record<PolicyKind, string>> = {
  trust: "The Statement Ids in the policy are not unique",
  identity: "Statement IDs (SID) in a single policy must be unique.",
};

/**
 * What is wrong with a document; `null` when nothing is.
 *
 * @param partition of the account that stores it, whose resources alone a permission policy may name
 */
export function findPolicyProblem(text: string, kind: PolicyKind, partition: Partition): PolicyProblem | null {
  const document = parseJson(text);
  if (document === undefined) return { message: "This policy contains invalid Json", pointer: "" };
  if (!isObject(document)) return { message: SYNTAX_ERRORS, pointer: "" };
  const { Version: version = "2008-10-17", Statement: statement } = document as { readonly Version?: Json; readonly Statement?: Json };
  if (!VERSIONS.includes(version)) return { message: "Policy document must be version 2012-10-17 or greater.", pointer: "/Version" };
  const statements = Array.isArray(statement) ? statement : statement === undefined ? null : [statement];
  if (statements === null || !statements.every(isObject)) return { message: SYNTAX_ERRORS, pointer: "/Statement" };
  if (statements.length === 0) return { message: kind === "trust" ? "Could not parse the policy: Statement is empty!" : SYNTAX_ERRORS, pointer: "/Statement" };
  return findStatementProblem(statements, { kind, partition, isList: Array.isArray(statement) }) ?? findDuplicateSid(statements, kind);
}

function findStatementProblem(
  statements: readonly JsonObject[],
  { kind, partition, isList }: { readonly kind: PolicyKind; readonly partition: Partition; readonly isList: boolean },
): PolicyProblem | null {
  for (const [index, statement] of statements.entries()) {
    const problem = kind === "trust" ? findTrustStatementProblem(statement) : findIdentityStatementProblem(statement, partition);
    const pointer = `/Statement${isList ? `/${index}` : ""}`;
    if (typeof problem === "string") return { message: problem, pointer };
    if (problem !== null) return { ...problem, pointer: `${pointer}${problem.pointer}` };
  }
  return null;
}

function findDuplicateSid(statements: readonly JsonObject[], kind: PolicyKind): PolicyProblem | null {
  const sids = statements.flatMap(({ Sid: sid }) => (sid === undefined ? [] : [sid]));
  return new Set(sids).size === sids.length ? null : { message: DUPLICATE_SID[kind], pointer: "/Statement" };
}

/** `undefined` for what is no JSON. */
function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
