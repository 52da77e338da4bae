/** Results by the text that they were made from. */
export interface BoundedMemo<Result> {
  /** Takes the result that is remembered, or makes it. */
  take(key: string, make: () => Result): Result;
  /** How many results are remembered. */
  readonly size: number;
}

/** Creates a memo that remembers at most `maxResults`; the one that was not asked for longest is forgotten first. */
export function createBoundedMemo<Result>(maxResults: number): BoundedMemo<Result> {
  const results = new Map<string, Result>();
  return {
    take(key, make) {
      const result = results.get(key) ?? make();
      // A map keeps the order in which keys came, so that its first is the one to forget.
      results.delete(key);
      results.set(key, result);
      if (results.size > maxResults) results.delete(results.keys().next().value as string);
      return result;
    },
    get size() {
      return results.size;
    },
  };
}
