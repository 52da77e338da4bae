/** What AWS will say of a policy when it is stored, and which of its conditions see no value: told beside the scenario, which may be about it. */
import { type JsonObject, partitionOf } from "@irsa-sim/core";
import { type LocatedNode, memberOf, nearest, type ProblemList, toJson } from "@irsa-sim/documents";
import { findBucketPolicyProblem, findConditionProblem, findKeyProblems, findPolicyProblem } from "@irsa-sim/simulation";
import { describeKeyProblem } from "./describe-key-problem.js";
import type { ScenarioPolicy } from "./list-policies.js";
import { remembered } from "./remembered.js";

const keyProblemsOf = remembered((text) => findKeyProblems(JSON.parse(text) as JsonObject));

/** Notices what will be refused, and keys that no request for the statement's actions has. */
export function checkStoredPolicy(policy: ScenarioPolicy, region: string, problems: ProblemList): void {
  const { node } = policy;
  // What has no form of a policy has been told already.
  if (node.kind !== "object" || !statementsOf(node).every(isStatement)) return;
  checkRefusal(policy, region, problems);
  for (const problem of keyProblemsOf(JSON.stringify(toJson(node)))) problems.notice(placeOf(node, problem.pointer), () => describeKeyProblem(problem));
}

function checkRefusal({ node, of, storedBy, bucket = "" }: ScenarioPolicy, region: string, problems: ProblemList): void {
  const document = toJson(node) as JsonObject;
  if (storedBy === "iam") {
    const problem = findPolicyProblem(JSON.stringify(document), of === "trust" ? "trust" : "identity", partitionOf(region));
    if (problem !== null) notice(placeOf(node, problem.pointer), "IAM", problem, problems);
    return;
  }
  if (storedBy === "s3") {
    const message = findBucketPolicyProblem(document, { bucketArn: `arn:${partitionOf(region)}:s3:::${bucket}`, iam: null });
    if (message !== null) notice(node.place, "S3", { message }, problems);
    return;
  }
  for (const statement of statementsOf(node)) {
    const condition = memberOf(statement, "Condition");
    const problem = condition === null ? null : findConditionProblem(toJson(condition));
    if (problem !== null) notice(placeOf(statement, problem.pointer), "AWS", problem, problems);
  }
}

function notice(
  place: LocatedNode["place"],
  who: string,
  { message, expected }: { readonly message: string; readonly expected?: string },
  problems: ProblemList,
): void {
  problems.notice(place, `${who} does not store it: ${message}${expected === undefined ? "" : `; perhaps ${expected}`}`);
}

function statementsOf(policy: LocatedNode): readonly LocatedNode[] {
  const statement = memberOf(policy, "Statement");
  return statement?.kind === "list" ? statement.items : statement === null ? [] : [statement];
}

function isStatement(node: LocatedNode): boolean {
  const actions = ["Action", "NotAction"].map((name) => memberOf(node, name));
  return node.kind === "object" && actions.every((action) => action === null || isTextOrTexts(action));
}

function isTextOrTexts(node: LocatedNode): boolean {
  return node.kind === "scalar" ? typeof node.value === "string" : node.kind === "list" && node.items.every(isTextOrTexts);
}

/** Where a condition's operator or key is named; of anything else where its value stands, which a patch may have brought. */
function placeOf(tree: LocatedNode, pointer: string): LocatedNode["place"] {
  const path = pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (!path.includes("Condition")) return nearest(tree, path).place;
  const parent = nearest(tree, path.slice(0, -1));
  const member = parent.kind === "object" ? parent.members.get(path.at(-1) ?? "") : undefined;
  return member?.keyPlace ?? parent.place;
}
