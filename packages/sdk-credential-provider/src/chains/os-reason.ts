/** The operating system's own words in a file error: `no such file or directory` of `ENOENT: no such file or directory, open '/token'`. */
export function osReason(message: string): string {
  return /^\w+: (.*?), \w+(?: '.*)?$/s.exec(message)?.[1] ?? message;
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
