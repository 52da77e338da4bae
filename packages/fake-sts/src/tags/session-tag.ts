/** The rules of session tags, wherever they come from (sts-and-iam.md, sections 2.3 and 7). */

/** So many may be passed. */
export const MAX_SESSION_TAGS = 50;

const KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** Whether key and value have the form of a tag; keys that begin with `aws:` are AWS's own. */
export function isSessionTag(key: string, value: string): boolean {
  return KEY.test(key) && !/^aws:/i.test(key) && VALUE.test(value);
}

/** What is wrong with tags that have the right form, each for itself. */
export interface TagProblem {
  readonly reason: "duplicate-tag-key" | "transitive-tag-absent";
  readonly expected: string;
  readonly actual: string;
}

/** Compares keys without regard to case: none twice, and every transitive one among them. */
export function findTagProblem(keys: readonly string[], transitiveTagKeys: readonly string[]): TagProblem | null {
  const lowerKeys = keys.map((key) => key.toLowerCase());
  const twice = lowerKeys.find((key, index) => lowerKeys.indexOf(key) !== index);
  if (twice !== undefined) return { reason: "duplicate-tag-key", expected: "each key once, without regard to case", actual: twice };
  const absent = transitiveTagKeys.find((key) => !lowerKeys.includes(key.toLowerCase()));
  return absent === undefined ? null : { reason: "transitive-tag-absent", expected: "transitive keys that are tags", actual: absent };
}
