import type { Edit, Json } from "@irsa-sim/core";
import type { Symptom } from "../cause.js";
import type { DecisiveStatement } from "./decisive-statement.js";
import { sentToken, statementFor } from "./sent-token.js";

/** A statement of its own for the service account, beside those that are there: nobody loses what he has. */
export function addStatement(symptom: Symptom, { policy }: Pick<DecisiveStatement, "policy">): readonly Edit[] {
  const sent = sentToken(symptom);
  return sent === null ? [] : [{ source: policy, pointer: "/Statement/-", value: statementFor(sent) }];
}

/** The statement for the service account in the place of the one that is there. */
export function replaceStatement(symptom: Symptom, { policy, pointer }: Pick<DecisiveStatement, "policy" | "pointer">): readonly Edit[] {
  const sent = sentToken(symptom);
  return sent === null ? [] : [{ source: policy, pointer, value: statementFor(sent) }];
}

/** One value as it is, several as a list. */
export function oneOrMore(values: readonly string[]): Json {
  const [first, ...more] = values;
  return first !== undefined && more.length === 0 ? first : [...values];
}
