/** Keys of a request's context with their values. Of a key that is told twice the last counts; one without values is not there. */
export type ConditionKeys = readonly (readonly [key: string, values: readonly string[]])[];

/** The context as policies take it. */
export function toContext(keys: ConditionKeys): ReadonlyMap<string, readonly string[]> {
  return new Map([...new Map(keys)].filter(([, values]) => values.length > 0));
}
