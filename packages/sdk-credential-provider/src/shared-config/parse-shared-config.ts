/**
 * AWS's own dialect of INI: `[profile name]` in the config file, `[name]` in the credentials file, nested properties by indentation.
 * Follows the rules that the SDKs of the newer generation share; SDKs of the older one differ in comments and in what an indented line means.
 */

/** Which of the two files; it decides what a section is called. */
export type SharedFile = "config" | "credentials";

/** What an SDK takes for the name of a property or of a profile, where it is no common rule. */
export interface SharedFileRules {
  /** `in-any-case`: capitals in it do not matter; they do when absent. */
  readonly properties?: "as-written" | "in-any-case";
  /** `in-any-form`: with and without the word `profile` in both files. */
  readonly sections?: "by-file" | "in-any-form";
}

/** Keys to values. */
export type Properties = Readonly<Record<string, string>>;

const SECTION = /^\[\s*(?:(profile)\s+)?([^\]\s][^\]]*?)\s*\]/;
const PROPERTY = /^([^\s=[][^=]*?)\s*=\s*(.*)$/;

/**
 * Reads profiles by name.
 *
 * - A name without `profile` counts in the config file only for `default`, and `[profile default]` beats `[default]` there.
 * - `[profile x]` in the credentials file and other kinds of sections, such as `[sso-session x]`, are passed over.
 * - A line that begins with `#` or `;` is a comment; in a value a comment begins at a blank and `#` or `;`.
 * - An indented line belongs to the property above it and is no property of the profile.
 * - A section that comes twice is merged, and the later value counts.
 */
export function parseSharedConfig(
  text: string,
  file: SharedFile,
  { properties = "as-written", sections = "by-file" }: SharedFileRules = {},
): ReadonlyMap<string, Properties> {
  const plain = new Map<string, Record<string, string>>();
  const prefixed = new Map<string, Record<string, string>>();
  let section: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line) || /^\s/.test(line)) continue;
    const header = SECTION.exec(line);
    const property = PROPERTY.exec(line);
    if (header !== null) {
      const [, prefix, name] = header;
      const target = prefix === undefined || sections === "in-any-form" ? plain : prefixed;
      section = target.get(name as string) ?? {};
      target.set(name as string, section);
    } else if (property !== null) {
      const name = property[1] as string;
      section[properties === "in-any-case" ? name.toLowerCase() : name] = withoutComment(property[2] as string);
    }
  }
  if (file === "credentials" || sections === "in-any-form") return plain;
  const fallback = plain.get("default");
  return fallback === undefined || prefixed.has("default") ? prefixed : new Map([["default", fallback], ...prefixed]);
}

function withoutComment(value: string): string {
  return value.replace(/(^|\s)[#;].*$/, "").trim();
}
