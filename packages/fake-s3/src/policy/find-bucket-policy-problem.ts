/**
 * What S3 finds wrong with a bucket policy before it stores it, in its own words.
 * Differs from S3, perhaps, in the order of what is looked at first; conditions that fit no action of their statement are not looked for.
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { matchPattern, parsePattern } from "@irsa-sim/core/patterns";
import { findConditionProblem, type Iam } from "@irsa-sim/iam";
import { findPrincipalProblem } from "./find-principal-problem.js";
import { BUCKET_ACTIONS, OBJECT_ACTIONS, OTHER_ACTIONS } from "./s3-actions.js";

/** Where the policy is to be stored. */
export interface BucketPolicyPlace {
  /** `arn:aws:s3:::my-bucket`. */
  readonly bucketArn: string;
  /** Where its principals are looked for; `null` where nobody is looked for. */
  readonly iam: Iam | null;
}

const MEMBERS = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];
const VERSIONS: readonly Json[] = ["2012-10-17", "2008-10-17"];
const SYNTAX = "Invalid policy syntax.";

/** `null` when nothing is. */
export function findBucketPolicyProblem(policy: JsonObject, place: BucketPolicyPlace): string | null {
  const { Version: version = "2008-10-17", Statement: written } = policy as { readonly Version?: Json; readonly Statement?: Json };
  if (!VERSIONS.includes(version)) return "The policy must contain a valid version string";
  if (written === undefined) return "Missing required field Statement";
  const statements = [written].flat();
  if (statements.length === 0) return "Could not parse the policy: Statement is empty!";
  if (Object.keys(policy).some((member) => !["Version", "Id", "Statement"].includes(member))) return SYNTAX;
  for (const statement of statements) {
    const problem = isObject(statement) ? findStatementProblem(statement, place) : SYNTAX;
    if (problem !== null) return problem;
  }
  return null;
}

function findStatementProblem(statement: JsonObject, { bucketArn, iam }: BucketPolicyPlace): string | null {
  const { Effect: effect, Principal: principal, NotPrincipal: notPrincipal, Condition: condition = {} } = statement;
  if (effect === undefined) return "Missing required field Effect";
  if (effect !== "Allow" && effect !== "Deny") return `Invalid effect: ${String(effect)}`;
  if (principal === undefined && notPrincipal === undefined) return "Missing required field Principal";
  if (effect === "Allow" && notPrincipal !== undefined) return "Allow with NotPrincipal is not allowed.";
  if (Object.keys(statement).some((member) => !MEMBERS.includes(member)) || !isObject(condition)) return SYNTAX;
  return findConditionProblem(condition)?.message ?? findPrincipalProblem(principal ?? notPrincipal ?? null, iam) ?? findActionProblem(statement, bucketArn);
}

function findActionProblem(
  { Action: action, NotAction: notAction, Resource: resource, NotResource: notResource }: JsonObject,
  bucketArn: string,
): string | null {
  const actions = texts(action ?? notAction);
  const resources = texts(resource ?? notResource);
  if (actions === null) return "Missing required field Action";
  if (resources === null) return "Missing required field Resource";
  const matched = actions.map((pattern) => (pattern === "*" ? [...OBJECT_ACTIONS, ...BUCKET_ACTIONS] : matching(pattern)));
  if (matched.some((names) => names.length === 0)) return "Policy has invalid action";
  if (resources.some((one) => !isOfBucket(one, bucketArn))) return "Policy has invalid resource";
  if (notAction !== undefined) return null;
  const ofObjects = resources.some((one) => one.slice(bucketArn.length) !== "" || one.endsWith("*"));
  const ofBucket = resources.some((one) => !one.includes("/"));
  const applies = (name: string): boolean => (ofObjects && OBJECT_ACTIONS.includes(name)) || (ofBucket && BUCKET_ACTIONS.includes(name));
  return matched.every((names) => names.some(applies)) ? null : "Action does not apply to any resource(s) in statement";
}

function matching(action: string): readonly string[] {
  const pattern = parsePattern(action.toLowerCase());
  return [...OBJECT_ACTIONS, ...BUCKET_ACTIONS, ...OTHER_ACTIONS].filter((name) => matchPattern(pattern, name.toLowerCase()));
}

/** The bucket itself or something in it; a wildcard may stand in the name. */
function isOfBucket(resource: string, bucketArn: string): boolean {
  const [own = "", ...path] = resource.split("/");
  return matchPattern(parsePattern(own), bucketArn) || (path.length === 0 && resource.endsWith("*") && matchPattern(parsePattern(resource), `${bucketArn}/`));
}

/** `null` for what is not there, or no text. */
function texts(element: Json | undefined): readonly string[] | null {
  const values = element === undefined ? [] : [element].flat();
  return values.length > 0 && values.every((value) => typeof value === "string") ? values : null;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
