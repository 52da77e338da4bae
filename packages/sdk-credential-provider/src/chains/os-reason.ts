/** The operating system's own words in a file error: `no such file or directory` of `ENOENT: no such file or directory, open '/token'`. */
function osReason(message: string): string {
  // Node has words of its own for this one.
  if (message.startsWith("EISDIR")) return "is a directory";
  return /^\w+: (.*?), \w+(?: '.*)?$/s.exec(message)?.[1] ?? message;
}

/** With what in front Go says it: a folder is opened without a word, and cannot be read. */
export function goFileReason(path: string, message: string): string {
  return `${message.startsWith("EISDIR") ? "read" : "open"} ${path}: ${osReason(message)}`;
}

/** The same as C's library writes it, with a capital. */
export function capitalOsReason(message: string): string {
  const reason = osReason(message);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}

const NUMBERS: Readonly<Record<string, number>> = { EACCES: 13, EISDIR: 21, ELOOP: 40, ENAMETOOLONG: 36, ENOENT: 2, ENOTDIR: 20, EROFS: 30 };

/** Linux's number of a file error. */
export function osNumber(message: string): number {
  return NUMBERS[message.split(":")[0] ?? ""] ?? 5;
}
