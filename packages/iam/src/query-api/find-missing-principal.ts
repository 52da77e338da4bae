import type { JsonObject } from "@irsa-sim/core";
import type { Iam } from "../accounts/account.js";
import { statementsOf } from "../evaluation/statement.js";
import type { PolicyProblem } from "../grammar/policy-problem.js";

const PRINCIPAL = /^arn:[\w-]+:(?<service>iam|sts)::(?<account>\d{12}):(?<kind>[\w-]+)\/?(?<path>.*)$/;

/**
 * A trusted role or user that is not there: IAM keeps its id instead of its name, and so must find it.
 * Differs from AWS in accounts that the simulation does not have: whoever is named in one counts as being there.
 *
 * @param document a trust policy of good grammar
 */
export function findMissingPrincipal(document: JsonObject, iam: Iam): PolicyProblem | null {
  for (const { statement, pointer } of statementsOf(document)) {
    const named = typeof statement.Principal === "object" ? ((statement.Principal as JsonObject).AWS ?? []) : [];
    const missing = [named].flat().find((name) => typeof name === "string" && !isThere(name, iam));
    if (typeof missing !== "string") continue;
    return {
      message: `Invalid principal in policy: "AWS":"${missing}"`,
      pointer: `${pointer}/Principal/AWS`,
      value: missing,
      expected: "a role or user that exists",
    };
  }
  return null;
}

function isThere(name: string, iam: Iam): boolean {
  const { account: id = "", kind = "", path = "" } = PRINCIPAL.exec(name)?.groups ?? {};
  const account = iam.account(id);
  if (account === null) return true;
  switch (kind) {
    case "role":
      return [...account.roles.values()].some(({ arn }) => arn === name);
    case "user":
      return [...account.users.values()].some(({ arn }) => arn === name);
    case "assumed-role":
      return account.roles.has(path.split("/")[0] ?? "");
    default:
      return true;
  }
}
