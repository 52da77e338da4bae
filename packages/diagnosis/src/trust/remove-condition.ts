import type { Edit } from "@irsa-sim/core";
import type { Symptom } from "../cause.js";
import { conditionsOf, type DecisiveStatement, decisiveStatement, type StatementElement } from "./decisive-statement.js";

/** Takes the condition away on which a trust policy failed, with the operator's block where nothing else stands in it. */
export function removeFailedCondition({ check }: Pick<Symptom, "check">): readonly Edit[] {
  const statement = decisiveStatement(check);
  const failed = statement?.elements.find(({ matched }) => !matched);
  return statement === null || failed === undefined ? [] : removeConditions(statement, [failed]);
}

/** Takes conditions of a statement away; what holds nothing any more goes too. */
function removeConditions(statement: DecisiveStatement, removed: readonly StatementElement[]): readonly Edit[] {
  const kept = conditionsOf(statement).filter((condition) => !removed.includes(condition));
  const source = statement.policy;
  if (kept.length === 0) return [{ source, pointer: `${statement.pointer}/Condition`, value: null }];
  const operators = new Set(removed.map(({ operator }) => operator));
  return [...operators].flatMap((operator) =>
    kept.some((condition) => condition.operator === operator)
      ? removed.flatMap(({ pointer, operator: own }) => (own === operator ? [{ source, pointer, value: null }] : []))
      : [{ source, pointer: `${statement.pointer}/Condition/${operator}`, value: null }],
  );
}
