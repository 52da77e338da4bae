/** With a star for any account, or none. */
const SUBJECT = /^(system:serviceaccount:)([^:*?$]+):(\*|[^:*?$]+)$/;
const ROLE = /^(arn:[a-z-]+:iam::\d{12}:role\/(?:[^*?$]+\/)?)([^/*?$]+)$/;
/** Patterns of what is never a name: an action, and anything in a bucket. */
const HARMLESS_PATTERN = /^(\*|[a-z0-9-]+:[A-Za-z*]+|arn:[a-z-]+:s3:::[a-z0-9.-]+\/\*)$/;

/**
 * A text with its names as numbers, where it is clear what it is compared with: a service account's subject, a role's ARN, or a text without any of the names.
 *
 * @param numbers by name
 * @returns `null` for a pattern that may fit one name and not another, and for a text in which a name stands for something else
 * @example
 * renameText("system:serviceaccount:billing:payments", new Map([["billing", "1"], ["payments", "2"]])); // => "system:serviceaccount:1:2"
 */
export function renameText(text: string, numbers: ReadonlyMap<string, string>): string | null {
  const [, beforeSubject, namespace = "", account = ""] = SUBJECT.exec(text) ?? [];
  if (beforeSubject !== undefined) return joined([beforeSubject, rename(namespace, numbers), ":", rename(account, numbers)]);
  const [, beforeRole, role = ""] = ROLE.exec(text) ?? [];
  if (beforeRole !== undefined) return hasName(beforeRole, numbers) ? null : joined([beforeRole, rename(role, numbers)]);
  if (/[*?$]/.test(text) && !HARMLESS_PATTERN.test(text)) return null;
  return hasName(text, numbers) ? null : text;
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join("");
}

/** One that differs from a name by the case of its letters alone may be compared with it. */
function rename(name: string, numbers: ReadonlyMap<string, string>): string | null {
  const number = numbers.get(name);
  if (number !== undefined) return number;
  const lower = name.toLowerCase();
  return [...numbers.keys()].some((known) => known.toLowerCase() === lower) ? null : name;
}

function hasName(text: string, numbers: ReadonlyMap<string, string>): boolean {
  return text.split(/[^A-Za-z0-9-]+/).some((part) => numbers.has(part));
}
