/** What the operating system says, such as `ENOSPC, no space left on device`; `null` for an error that is not its. */
export function describeSystemError(error: unknown): string | null {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return null;
  const [, words = ""] = /^\w+: ([^,]+)/.exec(error.message) ?? [];
  return `${String(error.code)}${words === "" ? "" : `, ${words}`}`;
}
