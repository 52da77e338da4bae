/** An operator as a policy spells it, taken apart. */
export interface OperatorName {
  readonly set: "ForAnyValue" | "ForAllValues" | null;
  /** `StringEquals`. */
  readonly name: string;
  readonly ifExists: boolean;
}

/**
 * Takes an operator's name apart.
 *
 * @example parseOperatorName("ForAllValues:StringLikeIfExists") // => { set: "ForAllValues", name: "StringLike", ifExists: true }
 */
export function parseOperatorName(text: string): OperatorName {
  const [, set, name = text, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/s.exec(text) ?? [];
  return { set: set === "ForAnyValue" || set === "ForAllValues" ? set : null, name, ifExists: ifExists !== undefined };
}
