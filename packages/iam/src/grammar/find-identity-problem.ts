import type { Json, JsonObject, Partition } from "@irsa-sim/core";
import { findConditionProblem } from "./find-condition-problem.js";
import { areLegacyResources, isLegacyStatement, LEGACY_PARSING } from "./find-legacy-problem.js";
import { findResourceProblem } from "./find-resource-problem.js";
import type { PolicyProblem } from "./policy-problem.js";
import { isCondition, SYNTAX_ERRORS, texts } from "./values.js";

const MEMBERS = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition", "Principal", "NotPrincipal"];

/** A statement and where it stands. */
export interface PlacedStatement {
  readonly statement: JsonObject;
  readonly pointer: string;
}

/**
 * What is wrong with the statements of a permission policy, in IAM's order: each rule is held against all statements before the next.
 *
 * @see sts-and-iam.md, section 5.5
 */
export function findIdentityProblem(statements: readonly PlacedStatement[], partition: Partition): PolicyProblem | null {
  const first = (find: (statement: JsonObject) => PolicyProblem | string | null): PolicyProblem | null => {
    for (const { statement, pointer } of statements) {
      const problem = find(statement);
      if (problem !== null) return typeof problem === "string" ? { message: problem, pointer } : { ...problem, pointer: `${pointer}${problem.pointer}` };
    }
    return null;
  };
  const resource = first((statement) => findResourceProblem(statement, partition));
  return (
    first(({ Principal, NotPrincipal }) =>
      Principal === undefined && NotPrincipal === undefined
        ? null
        : { message: "Policy document should not specify a principal.", pointer: Principal === undefined ? "/NotPrincipal" : "/Principal" },
    ) ??
    first((statement) => (hasForm(statement) ? null : SYNTAX_ERRORS)) ??
    first(({ Condition }) => findConditionProblem(Condition)) ??
    first((statement) => (isLegacyStatement(statement) ? null : LEGACY_PARSING)) ??
    (resource === null ? first(({ Resource, NotResource }) => (areLegacyResources(Resource ?? NotResource) ? null : LEGACY_PARSING)) : null) ??
    findDoubleSid(statements, "Statement IDs (SID) in a single policy must be unique.") ??
    first(({ Action, NotAction }) => (isNothing(Action ?? NotAction) ? "Policy statement must contain actions." : null)) ??
    resource ??
    first(({ Action, NotAction }) => findActionProblem(Action ?? NotAction)) ??
    first(({ Resource, NotResource }) => (isNothing(Resource ?? NotResource) ? "Policy statement must contain resources." : null))
  );
}

/** Two statements with one name; empty names do not count. */
export function findDoubleSid(statements: readonly PlacedStatement[], message: string): PolicyProblem | null {
  const sids = statements.flatMap(({ statement: { Sid: sid = "" } }) => (sid === "" ? [] : [sid]));
  return new Set(sids).size === sids.length ? null : { message, pointer: "/Statement" };
}

function hasForm(statement: JsonObject): boolean {
  const { Sid: sid = "", Effect: effect, Action: action, NotAction: notAction, Resource: resource, NotResource: notResource, Condition: condition } = statement;
  return (
    Object.keys(statement).every((member) => MEMBERS.includes(member)) &&
    typeof sid === "string" &&
    /^(?:allow|deny)$/i.test(typeof effect === "string" ? effect : "") &&
    (action === undefined || notAction === undefined) &&
    (resource === undefined || notResource === undefined) &&
    [action, notAction, resource, notResource].every((element) => element === undefined || texts(element) !== null) &&
    isCondition(condition)
  );
}

function isNothing(element: Json | undefined): boolean {
  return element === undefined || (Array.isArray(element) && element.length === 0);
}

function findActionProblem(element: Json | undefined): string | null {
  for (const action of texts(element ?? []) ?? []) {
    const [vendor = "", name, ...more] = action.split(":");
    if (action === "*") continue;
    if (name === undefined) return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
    if (more.length > 0) return "Actions/Condition can contain only one colon.";
    if (vendor !== "*" && !/^[a-zA-Z0-9.-]*$/.test(vendor)) return `Vendor ${vendor} is not valid`;
  }
  return null;
}
