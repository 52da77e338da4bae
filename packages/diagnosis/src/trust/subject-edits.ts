import type { Edit } from "@irsa-sim/core";
import type { Symptom } from "../cause.js";
import { escapeSegment } from "../pointer.js";
import { conditionsOf, decisiveStatement } from "./decisive-statement.js";
import { sentToken } from "./sent-token.js";

/** A condition on the pod's own service account, where the statement asks for none: a condition that goes must not let everybody in. */
export function subjectEdits(symptom: Symptom): readonly Edit[] {
  const statement = decisiveStatement(symptom.check);
  const sent = sentToken(symptom);
  if (statement === null || sent === null || conditionsOf(statement).some(({ conditionKey }) => conditionKey?.toLowerCase().endsWith(":sub"))) return [];
  return [{ source: statement.policy, pointer: `${statement.pointer}/Condition/StringEquals/${escapeSegment(`${sent.issuer}:sub`)}`, value: sent.subject }];
}
