/**
 * What IAM finds wrong with a policy document before it stores it, in its own words.
 * Differs from AWS, perhaps: of inline policies the texts for what is no JSON and for an old version are unconfirmed.
 *
 * @see sts-and-iam.md, section 5.5
 */
import type { Json, JsonObject, Partition } from "@irsa-sim/core";
import { findDoubleSid, findIdentityProblem, type PlacedStatement } from "./find-identity-problem.js";
import { findTrustStatementProblem } from "./find-trust-statement-problem.js";
import type { PolicyProblem } from "./policy-problem.js";
import { isObject, SYNTAX_ERRORS } from "./values.js";

/** Where a policy is to be: at a role as its trust policy, within an identity or a session, or as a policy of its own. */
export type PolicyKind = "trust" | "identity" | "managed";

const MEMBERS = ["Version", "Id", "Statement"];
const VERSIONS: readonly Json[] = ["2012-10-17", "2008-10-17"];

/** The first problem of a policy's text; `null` when it can be stored. */
export function findPolicyProblem(text: string, kind: PolicyKind, partition: Partition): PolicyProblem | null {
  const document = parseJson(text);
  if (document === undefined) return { message: kind === "managed" ? SYNTAX_ERRORS : "This policy contains invalid Json", pointer: "" };
  if (!isObject(document) || Object.keys(document).some((member) => !MEMBERS.includes(member))) return { message: SYNTAX_ERRORS, pointer: "" };
  const { Version: version = "2008-10-17", Id: id = "" } = document as { readonly Version?: Json; readonly Id?: Json };
  if (typeof id !== "string") return { message: SYNTAX_ERRORS, pointer: "/Id" };
  if (!VERSIONS.includes(version)) return { message: kind === "trust" ? "The policy must contain a valid version string" : SYNTAX_ERRORS, pointer: "/Version" };
  const statements = placedStatements(document);
  if (statements === null) return { message: SYNTAX_ERRORS, pointer: "/Statement" };
  if (statements.length === 0) return { message: kind === "trust" ? "Could not parse the policy: Statement is empty!" : SYNTAX_ERRORS, pointer: "/Statement" };
  if (kind === "trust") return findTrustProblem(statements);
  const problem = findIdentityProblem(statements, partition);
  const isSyntax = problem?.message === SYNTAX_ERRORS || problem?.message.startsWith("Invalid Condition type") === true;
  if (kind === "managed" && version !== "2012-10-17" && !isSyntax)
    return { message: "Policy document must be version 2012-10-17 or greater.", pointer: "/Version" };
  return problem;
}

function placedStatements({ Statement: statement }: JsonObject): readonly PlacedStatement[] | null {
  if (isObject(statement)) return [{ statement, pointer: "/Statement" }];
  if (!Array.isArray(statement)) return null;
  const placed = statement.flatMap((one, index) => (isObject(one) ? [{ statement: one, pointer: `/Statement/${index}` }] : []));
  return placed.length === statement.length ? placed : null;
}

function findTrustProblem(statements: readonly PlacedStatement[]): PolicyProblem | null {
  for (const { statement, pointer } of statements) {
    const problem = findTrustStatementProblem(statement);
    if (typeof problem === "string") return { message: problem, pointer };
    if (problem !== null) return { ...problem, pointer: `${pointer}${problem.pointer}` };
  }
  return findDoubleSid(statements, "The Statement Ids in the policy are not unique");
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
