/**
 * Forms of labels' keys and values, which annotations, resources and much else share.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/validate/content
 */
import { isLongerThan } from "./is-longer-than.js";
import { dnsSubdomainInBytes, type Format, maxLength, mustMatch } from "./names.js";

const NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const NAME_FORM = new RegExp(`^${NAME}$`);
const VALUE_FORM = new RegExp(`^(${NAME})?$`);
const CHARACTERS = "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const NAME_TEXT = mustMatch(`must ${CHARACTERS}`, NAME, "MyName", "my.name", "123-abc");
const VALUE_TEXT = mustMatch(`a valid label must be an empty string or ${CHARACTERS}`, `(${NAME})?`, "MyValue", "my_value", "12345");
const MAX_NAME = 63;

/** A name with an optional prefix: `example.com/my-name`. */
export const qualifiedName: Format = (text) => {
  const parts = text.split("/");
  if (parts.length > 2) return [`a valid label key ${NAME_TEXT} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  const name = parts.at(-1) ?? "";
  return [...(parts.length === 2 ? prefixProblems(parts[0] ?? "") : []), ...nameProblems(name)];
};

function prefixProblems(prefix: string): readonly string[] {
  if (prefix === "") return ["prefix part must be non-empty"];
  return dnsSubdomainInBytes(prefix).map((problem) => `prefix part ${problem}`);
}

function nameProblems(name: string): readonly string[] {
  const length = name === "" ? ["name part must be non-empty"] : isLongerThan(name, MAX_NAME) ? [`name part ${maxLength(MAX_NAME, "bytes")}`] : [];
  return [...length, ...(NAME_FORM.test(name) ? [] : [`name part ${NAME_TEXT}`])];
}

/** What a label may be set to. */
export const labelValue: Format = (text) => [
  ...(isLongerThan(text, MAX_NAME) ? [maxLength(MAX_NAME, "bytes")] : []),
  ...(VALUE_FORM.test(text) ? [] : [VALUE_TEXT]),
];
