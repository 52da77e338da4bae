const MAX_CHARACTERS = 300;

/** What a terminal shows as it is: control characters of a file must not reach it. */
export function printable(text: string): string {
  const shown = text.replaceAll(/\p{Cc}/gu, " ");
  return shown.length > MAX_CHARACTERS ? `${shown.slice(0, MAX_CHARACTERS)}…` : shown;
}
