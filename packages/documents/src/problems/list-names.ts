const MAX_NAMES = 40;

/** The names with commas; of many the first, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return more <= 0 ? names.join(", ") : `${names.slice(0, MAX_NAMES).join(", ")} and ${more} more`;
}
