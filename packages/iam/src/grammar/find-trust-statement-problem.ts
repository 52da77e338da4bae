import type { Json, JsonObject } from "@irsa-sim/core";
import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import { isCondition, isObject, SYNTAX_ERRORS, texts } from "./values.js";

const MEMBERS = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Condition", "Resource", "NotResource"];
const ACTIONS = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity", "sts:tagsession", "sts:setsourceidentity", "sts:setcontext"];
const PRINCIPAL_KINDS = ["AWS", "Federated", "Service", "CanonicalUser"];
const PROVIDER_ARN = /^arn:aws(-[a-z]+)*:iam::\d{12}:(oidc|saml)-provider\/\S+$/;
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const AWS_PRINCIPAL = /^(\*|\d{12}|arn:aws(-[a-z]+)*:(iam|sts)::\d{12}:\S+)$/;

/** A principal that cannot be one. */
interface PrincipalProblem {
  readonly message: string;
  /** JSON pointer into the statement. */
  readonly pointer: string;
  readonly value: string;
}

/** What is wrong with a statement of a trust policy: IAM's words, with the value where a principal is wrong; `null` when nothing is. */
export function findTrustStatementProblem(statement: JsonObject): string | PrincipalProblem | null {
  const { Effect: effect, Principal: principal, NotPrincipal: notPrincipal, Condition: condition } = statement;
  if (effect === undefined) return "Missing required field Effect";
  if (effect !== "Allow" && effect !== "Deny") return SYNTAX_ERRORS;
  if (statement.Resource !== undefined || statement.NotResource !== undefined) return "Has prohibited field Resource";
  if (principal === undefined && notPrincipal === undefined) return "Missing required field Principal";
  if (notPrincipal !== undefined && effect === "Allow") return "Allow with NotPrincipal is not allowed.";
  if (Object.keys(statement).some((member) => !MEMBERS.includes(member)) || !isCondition(condition)) return SYNTAX_ERRORS;
  return findActionProblem(statement.Action ?? statement.NotAction) ?? findPrincipalProblem(statement);
}

function findActionProblem(element: Json | undefined): string | null {
  if (element === undefined) return "Missing required field Action";
  const actions = texts(element);
  if (actions === null || actions.length === 0) return SYNTAX_ERRORS;
  const isAssumeRole = (action: string): boolean => action.startsWith("sts:") && ACTIONS.some((known) => matchPattern(parsePattern(action), known));
  return actions.every((action) => isAssumeRole(action.toLowerCase())) ? null : "AssumeRole policy may only specify STS AssumeRole actions.";
}

function findPrincipalProblem({ Principal: principal, NotPrincipal: notPrincipal = null }: JsonObject): string | PrincipalProblem | null {
  const element = principal ?? notPrincipal;
  if (element === "*") return null;
  if (!isObject(element) || Object.keys(element).length === 0) return SYNTAX_ERRORS;
  for (const [kind, value] of Object.entries(element)) {
    const values = texts(value);
    if (values === null || !PRINCIPAL_KINDS.includes(kind)) return SYNTAX_ERRORS;
    const wrong = values.find((name) => (kind === "Federated" ? !PROVIDER_ARN.test(name) && !DOMAIN.test(name) : kind === "AWS" && !AWS_PRINCIPAL.test(name)));
    if (wrong === undefined) continue;
    const message =
      kind === "Federated" ? "Federated principals must be valid domain names or SAML metadata ARNs" : `Invalid principal in policy: "AWS":"${wrong}"`;
    return { message, pointer: `/${principal === undefined ? "NotPrincipal" : "Principal"}/${kind}`, value: wrong };
  }
  return null;
}
