import type { Json, JsonObject } from "@irsa-sim/core";
import { statementsOf } from "../evaluation/statement.js";

/** How long a policy is, as quotas count: in characters without white space. */
export interface PolicySize {
  readonly characters: number;
  /** Of each statement by itself; what is left of the whole stands around them. */
  readonly statements: readonly number[];
}

/** Measures a policy that is good grammar. */
export function measurePolicy(text: string, document: JsonObject): PolicySize {
  return {
    characters: withoutSpace(text),
    statements: statementsOf(document).map(({ statement }) => withoutSpace(JSON.stringify(statement as unknown as Json))),
  };
}

function withoutSpace(text: string): number {
  return text.replaceAll(/\s/g, "").length;
}
