const TRUE = ["1", "t", "T", "true", "TRUE", "True"];
const FALSE = ["0", "f", "F", "false", "FALSE", "False"];

/**
 * Reads a boolean annotation.
 *
 * @returns `null` for what is ignored
 * @see webhook.md, section 5.2
 */
export function parseBoolean(text: string): boolean | null {
  if (TRUE.includes(text)) return true;
  return FALSE.includes(text) ? false : null;
}
