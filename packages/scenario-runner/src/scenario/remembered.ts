/** A test of many scenarios asks the same of the same policies again and again. */
const MOST = 500;

/** A pure function of a text that knows its last answers. */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}
