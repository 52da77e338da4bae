import type { Json, JsonObject } from "@irsa-sim/core";
import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import { findConditionProblem } from "./find-condition-problem.js";
import { findSharedProviderProblem } from "./find-shared-provider-problem.js";
import type { PolicyProblem } from "./policy-problem.js";
import { isCondition, isObject, SYNTAX_ERRORS, texts } from "./values.js";

const MEMBERS = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Condition", "Resource", "NotResource"];
const ACTIONS = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:tagsession", "sts:setsourceidentity", "sts:setcontext"];
/** By kind of principal: the form of a name, and what IAM says of another. Whether it exists is asked where the accounts are known. */
const PRINCIPALS: Readonly<Record<string, { readonly form: RegExp; readonly message: (name: string) => string }>> = {
  AWS: {
    form: /^(\*|\d{12}|A[A-Z2-7]{20}|arn:aws(-[a-z]+)*:(iam::\d{12}:(root|(user|role)\/\S+)|sts::\d{12}:(assumed-role|federated-user)\/\S+))$/,
    message: (name) => `Invalid principal in policy: "AWS":"${name}"`,
  },
  Federated: {
    form: /^(?:arn:aws(-[a-z]+)*:iam::\d{12}:(oidc|saml)-provider\/\S+|[a-z0-9-]+(\.[a-z0-9-]+)+)$/i,
    message: () => "Federated principals must be valid domain names or SAML metadata ARNs",
  },
  Service: {
    form: /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|aws\.internal|amazon\.com)$/,
    message: (name) => `Invalid principal in policy: "SERVICE":"${name}"`,
  },
  CanonicalUser: { form: /^[0-9a-f]{64}$/, message: () => 'Invalid principal in policy: "CanonicalUser"' },
};

/**
 * What is wrong with a statement of a trust policy: IAM's words, with the value where one is wrong; `null` when nothing is.
 * Differs from AWS, perhaps: several texts are known from another implementation only, that for an unknown service from field reports.
 */
export function findTrustStatementProblem(statement: JsonObject): string | PolicyProblem | null {
  const { Effect: effect, Principal: principal, NotPrincipal: notPrincipal, Condition: condition } = statement;
  if (effect === undefined) return "Missing required field Effect";
  if (effect !== "Allow" && effect !== "Deny") return typeof effect === "string" ? `Invalid effect: ${effect}` : SYNTAX_ERRORS;
  if (statement.Resource !== undefined) return { message: "Has prohibited field Resource", pointer: "/Resource" };
  if (statement.NotResource !== undefined) return "AssumeRole policy must not contain resources.";
  if (principal === undefined && notPrincipal === undefined) return "Missing required field Principal";
  if (notPrincipal !== undefined)
    return effect === "Allow" ? "Allow with NotPrincipal is not allowed." : "AssumeRole policy must not contain NotPrincipal field.";
  if (!hasForm(statement)) return SYNTAX_ERRORS;
  return (
    findActionProblem(statement.Action ?? statement.NotAction) ??
    findConditionProblem(condition) ??
    findPrincipalProblem(principal) ??
    findSharedProviderProblem(principal, statement)
  );
}

function hasForm(statement: JsonObject): boolean {
  const { Sid: sid = "", Action: action, NotAction: notAction, Condition: condition } = statement;
  return (
    Object.keys(statement).every((member) => MEMBERS.includes(member)) &&
    typeof sid === "string" &&
    (action === undefined || notAction === undefined) &&
    isCondition(condition)
  );
}

function findActionProblem(element: Json | undefined): string | null {
  if (element === undefined) return "Missing required field Action";
  const actions = texts(element);
  if (actions === null || actions.length === 0) return SYNTAX_ERRORS;
  const isAssumeRole = (action: string): boolean => action.startsWith("sts:") && ACTIONS.some((known) => matchPattern(parsePattern(action), known));
  return actions.every((action) => isAssumeRole(action.toLowerCase())) ? null : "AssumeRole policy may only specify STS AssumeRole actions.";
}

function findPrincipalProblem(principal: Json | undefined): string | PolicyProblem | null {
  if (principal === "*") return null;
  if (!isObject(principal)) return SYNTAX_ERRORS;
  if (Object.keys(principal).length === 0) return "Missing required field Principal cannot be empty!";
  for (const [kind, value] of Object.entries(principal)) {
    const values = texts(value);
    const rule = PRINCIPALS[kind];
    if (values === null || rule === undefined) return SYNTAX_ERRORS;
    if (values.length === 0)
      return "Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The passed in policy has a statement with no principals!";
    const wrong = values.find((name) => !rule.form.test(name));
    if (wrong !== undefined) return { message: rule.message(wrong), pointer: `/Principal/${kind}`, value: wrong };
  }
  return null;
}
