/** An option that may be repeated: its values in the order in which they were given. */
export function gather(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
