/**
 * Forms of names, each as a rule that says what is wrong with a text; nothing for one that has the form.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation
 */
import { isLongerThan } from "./is-longer-than.js";

/** What is wrong with a text, in Kubernetes' words. */
export type Format = (text: string) => readonly string[];

const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const UNDERSCORED_LABEL = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
const UNDERSCORED_SUBDOMAIN = `${UNDERSCORED_LABEL}(\\.${UNDERSCORED_LABEL})*`;
const LABEL_FORM = new RegExp(`^${LABEL}$`);
const SUBDOMAIN_FORM = new RegExp(`^${SUBDOMAIN}$`);
const UNDERSCORED_FORM = new RegExp(`^${UNDERSCORED_SUBDOMAIN}$`);
const ENDS = "and must start and end with an alphanumeric character";
const LABEL_TEXT = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', ${ENDS}`;
const SUBDOMAIN_TEXT = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', ${ENDS}`;
const UNDERSCORED_TEXT = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', ${ENDS}`;

/** At most so many bytes, as such a problem is worded; older rules speak of characters. */
export function maxLength(length: number, unit: "bytes" | "characters" = "characters"): string {
  return `must be no more than ${length} ${unit}`;
}

/** A range of whole numbers, as such a problem is worded. */
export function inclusiveRange(low: number, high: number): string {
  return `must be between ${low} and ${high}, inclusive`;
}

/** What a text must look like, as such a problem is worded. */
export function mustMatch(text: string, pattern: string, ...examples: readonly string[]): string {
  return `${text} (e.g. ${examples.map((example) => `'${example}', `).join(" or ")}regex used for validation is '${pattern}')`;
}

/** A name without dots, of at most 63 characters. */
export const dnsLabel: Format = (text) => [...(isLongerThan(text, 63) ? [maxLength(63)] : []), ...labelForm(text)];

function labelForm(text: string): readonly string[] {
  if (LABEL_FORM.test(text)) return [];
  return [SUBDOMAIN_FORM.test(text) ? "must not contain dots" : mustMatch(LABEL_TEXT, LABEL, "my-name", "123-abc")];
}

/** Names with dots between, of at most 253 characters. */
export const dnsSubdomain: Format = (text) => subdomain(text, "characters");

/** The same as newer rules word it. */
export const dnsSubdomainInBytes: Format = (text) => subdomain(text, "bytes");

function subdomain(text: string, unit: "bytes" | "characters"): readonly string[] {
  return [
    ...(isLongerThan(text, 253) ? [maxLength(253, unit)] : []),
    ...(SUBDOMAIN_FORM.test(text) ? [] : [mustMatch(SUBDOMAIN_TEXT, SUBDOMAIN, "example.com")]),
  ];
}

/** The same with `_`, as a search domain may have it. */
export const underscoredSubdomain: Format = (text) => [
  ...(isLongerThan(text, 253) ? [maxLength(253)] : []),
  ...(UNDERSCORED_FORM.test(text) ? [] : [mustMatch(UNDERSCORED_TEXT, UNDERSCORED_SUBDOMAIN, "example.com")]),
];

/** What a generated name begins with: the name's form, but for a `-` at the end. */
export function asPrefix(format: Format): Format {
  return (text) => format(text.length > 1 && text.endsWith("-") ? `${text.slice(0, -2)}a` : text);
}
