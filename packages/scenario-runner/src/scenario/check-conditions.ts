/** What is strange in the conditions of a policy, and lets it be stored or not: told beside the scenario, which may be about it. */
import type { JsonObject } from "@irsa-sim/core";
import { type LocatedNode, memberOf, nearest, type ProblemList, toJson } from "@irsa-sim/documents";
import { findConditionProblem, findKeyProblems } from "@irsa-sim/simulation";

/** Notices operators that IAM refuses, and keys that no request for the statement's actions has. */
export function checkConditions(policy: LocatedNode, problems: ProblemList): void {
  if (policy.kind !== "object") return;
  const statement = memberOf(policy, "Statement");
  const statements = statement?.kind === "list" ? statement.items : statement === null ? [] : [statement];
  if (!statements.every(isStatement)) return;
  for (const one of statements) checkOperators(one, problems);
  for (const { key, pointer, reason, actions, nearest: meant } of findKeyProblems(toJson(policy) as JsonObject)) {
    const path = pointer.split("/").slice(1).map(plainSegment);
    problems.notice(keyPlace(policy, path), () => {
      const what = {
        unknown: `is no condition key that AWS documents${meant === null ? "" : `; perhaps ${meant}`}`,
        "other-action": `is in no request for ${actions.join(", ")}`,
        "not-simulated": "has no value here: AWS may know one, the simulation does not",
      }[reason];
      return `${key} ${what}`;
    });
  }
}

function checkOperators(statement: LocatedNode, problems: ProblemList): void {
  const condition = memberOf(statement, "Condition");
  const problem = condition === null ? null : findConditionProblem(toJson(condition));
  if (condition === null || problem === null) return;
  const { message, value = "", expected } = problem;
  problems.notice(keyPlace(condition, [value]), `AWS does not store it: ${message}${expected === undefined ? "" : `; perhaps ${expected}`}`);
}

/** What is no statement has been told already. */
function isStatement(node: LocatedNode): boolean {
  const actions = ["Action", "NotAction"].map((name) => memberOf(node, name));
  return node.kind === "object" && actions.every((action) => action === null || isTextOrTexts(action));
}

function isTextOrTexts(node: LocatedNode): boolean {
  return node.kind === "scalar" ? typeof node.value === "string" : node.kind === "list" && node.items.every(isTextOrTexts);
}

/** Where the last member of a path is named. */
function keyPlace(tree: LocatedNode, path: readonly string[]): LocatedNode["place"] {
  const parent = nearest(tree, path.slice(0, -1));
  const member = parent.kind === "object" ? parent.members.get(path.at(-1) ?? "") : undefined;
  return member?.keyPlace ?? parent.place;
}

function plainSegment(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
