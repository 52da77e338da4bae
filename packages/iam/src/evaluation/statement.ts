import type { Json, JsonObject } from "@irsa-sim/core";

/** A statement as it is stored; IAM has checked its grammar. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Json;
  readonly NotPrincipal?: Json;
  readonly Action?: Json;
  readonly NotAction?: Json;
  readonly Resource?: Json;
  readonly NotResource?: Json;
  readonly Condition?: Json;
}

/** The statements of a document, which may hold one or a list, each with its JSON pointer. */
export function statementsOf(document: JsonObject): readonly { readonly statement: Statement; readonly pointer: string }[] {
  const { Statement: statements = [] } = document as { readonly Statement?: Json };
  if (Array.isArray(statements)) return statements.map((statement, index) => ({ statement: statement as Statement, pointer: `/Statement/${index}` }));
  return [{ statement: statements as unknown as Statement, pointer: "/Statement" }];
}
