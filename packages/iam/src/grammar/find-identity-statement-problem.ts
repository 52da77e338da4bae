import type { Json, JsonObject } from "@irsa-sim/core";
import { isCondition, SYNTAX_ERRORS, texts } from "./values.js";

const MEMBERS = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition", "Principal", "NotPrincipal"];
const PARTITIONS = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b"];

/** What is wrong with a statement of a role's permission policy or of a session policy; `null` when nothing is. */
export function findIdentityStatementProblem(statement: JsonObject): string | null {
  const { Effect: effect, Principal: principal, NotPrincipal: notPrincipal, Condition: condition } = statement;
  if (principal !== undefined || notPrincipal !== undefined) return "Policy document should not specify a principal.";
  if ((effect !== "Allow" && effect !== "Deny") || Object.keys(statement).some((member) => !MEMBERS.includes(member)) || !isCondition(condition))
    return SYNTAX_ERRORS;
  return findActionProblem(statement.Action ?? statement.NotAction) ?? findResourceProblem(statement.Resource ?? statement.NotResource);
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

function findResourceProblem(element: Json | undefined): string | null {
  const resources = texts(element ?? []);
  if (resources === null) return SYNTAX_ERRORS;
  if (resources.length === 0) return "Policy statement must contain resources.";
  for (const resource of resources) {
    const [prefix, partition = "", vendor = "", ...rest] = resource.split(":");
    if (resource === "*") continue;
    if (prefix !== "arn" || rest.length < 3) return `Resource ${resource} must be in ARN format or "*".`;
    if (!PARTITIONS.includes(partition) && partition !== "*") return `Partition "${partition}" is not valid for resource "${resource}".`;
    if (!/^[a-z0-9-]+$/.test(vendor)) return "Resource vendor must be fully qualified and cannot contain regexes.";
  }
  return null;
}
