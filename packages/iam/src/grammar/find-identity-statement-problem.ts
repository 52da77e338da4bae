import type { Json, JsonObject, Partition } from "@irsa-sim/core";
import type { PolicyProblem } from "./policy-problem.js";
import { isCondition, SYNTAX_ERRORS, texts } from "./values.js";

const MEMBERS = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition", "Principal", "NotPrincipal"];

/** What is wrong with a statement of a role's permission policy or of a session policy; `null` when nothing is. */
export function findIdentityStatementProblem(statement: JsonObject, partition: Partition): PolicyProblem | string | null {
  const { Effect: effect, Principal: principal, NotPrincipal: notPrincipal, Condition: condition } = statement;
  if (principal !== undefined || notPrincipal !== undefined) return "Policy document should not specify a principal.";
  if ((effect !== "Allow" && effect !== "Deny") || Object.keys(statement).some((member) => !MEMBERS.includes(member)) || !isCondition(condition))
    return SYNTAX_ERRORS;
  return findActionProblem(statement.Action ?? statement.NotAction) ?? findResourceProblem(statement, partition);
}

function findActionProblem(element: Json | undefined): string | null {
  const actions = texts(element ?? []);
  if (actions === null) return SYNTAX_ERRORS;
  if (actions.length === 0) return "Policy statement must contain actions.";
  for (const action of actions) {
    const [vendor = "", name, ...more] = action.split(":");
    if (action === "*") continue;
    if (name === undefined) return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
    if (more.length > 0) return "Actions/Condition can contain only one colon.";
    if (!/^[\w.-]+$/.test(vendor)) return `Vendor ${vendor} is not valid`;
  }
  return null;
}

function findResourceProblem({ Resource: resource, NotResource: notResource }: JsonObject, own: Partition): PolicyProblem | string | null {
  const element = resource ?? notResource ?? [];
  const resources = texts(element);
  if (resources === null) return SYNTAX_ERRORS;
  if (resources.length === 0) return "Policy statement must contain resources.";
  for (const [index, value] of resources.entries()) {
    const [prefix, partition = "", vendor = "", ...rest] = value.split(":");
    if (value === "*") continue;
    if (prefix !== "arn" || rest.length < 3) return `Resource ${value} must be in ARN format or "*".`;
    if (partition !== own && partition !== "*") {
      const pointer = `/${resource === undefined ? "NotResource" : "Resource"}${Array.isArray(element) ? `/${index}` : ""}`;
      const message = `Partition "${partition}" is not valid for resource "${value}".`;
      return { message, pointer, value, expected: ["arn", own, vendor, ...rest].join(":") };
    }
    if (!/^[a-z0-9-]+$/.test(vendor)) return "Resource vendor must be fully qualified and cannot contain regexes.";
  }
  return null;
}
