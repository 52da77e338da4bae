import type { Json, JsonObject } from "@irsa-sim/core";
import { parseOperatorName } from "../evaluation/conditions/parse-operator-name.js";
import { jsonPointer } from "../evaluation/json-pointer.js";
import { policyValues } from "../evaluation/policy-values.js";
import { type Statement, statementsOf } from "../evaluation/statement.js";
import type { TrustCondition, TrustStatement } from "./trust-policy-mistake.js";

/** The Allow statements of a trust policy that are meant for tokens: those with a federated principal. */
export function readTrustStatements(document: JsonObject): readonly TrustStatement[] {
  return statementsOf(document)
    .filter(({ statement }) => statement.Effect === "Allow" && statement.Principal !== undefined)
    .map(({ statement, pointer }) => ({
      pointer,
      federated: readFederated(statement.Principal, pointer),
      actions: policyValues(statement.Action ?? []),
      conditions: readConditions(statement, pointer),
    }))
    .filter(({ federated }) => federated.length > 0);
}

function readFederated(principal: Json | undefined, pointer: string): TrustStatement["federated"] {
  const { Federated: federated = [] } = (typeof principal === "object" ? principal : {}) as { readonly Federated?: Json };
  return policyValues(federated).map((value) => ({ pointer: `${pointer}/Principal/Federated`, value }));
}

function readConditions({ Condition: condition = {} }: Statement, pointer: string): readonly TrustCondition[] {
  return Object.entries(condition as { readonly [operator: string]: JsonObject }).flatMap(([spelled, keys]) => {
    const { name: operator, set } = parseOperatorName(spelled);
    return Object.entries(keys).map(([key, values]) => ({
      pointer: jsonPointer(pointer, "Condition", spelled, key),
      operator,
      set,
      key,
      values: policyValues(values),
    }));
  });
}
