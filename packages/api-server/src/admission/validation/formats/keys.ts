/**
 * Forms of keys and of names of variables, ports and headers.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation
 */
import { isLongerThan } from "./is-longer-than.js";
import { type Format, inclusiveRange, maxLength, mustMatch } from "./names.js";

const KEY_TEXT = mustMatch(
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
  "[-._a-zA-Z0-9]+",
  "key.name",
  "KEY_NAME",
  "key-name",
);
const HEADER_TEXT = mustMatch("a valid HTTP header must consist of alphanumeric characters or '-'", "[-A-Za-z0-9]+", "X-Header-Name");
const MAX_PORT_NAME = 15;

/** A key of a ConfigMap or a Secret, which becomes a file's name. */
export const configKey: Format = (text) => [
  ...(isLongerThan(text, 253) ? [maxLength(253)] : []),
  ...(/^[-._a-zA-Z0-9]+$/.test(text) ? [] : [KEY_TEXT]),
  ...(text === "." || text === ".." ? [`must not be '${text}'`] : text.startsWith("..") ? ["must not start with '..'"] : []),
];

/** The name of an environment variable; nothing for an empty one, which is looked for before. */
export const variableName: Format = (text) =>
  /^[ -<>-~]*$/.test(text) ? [] : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];

/** The name of a port. */
export const portName: Format = (text) => [
  ...(isLongerThan(text, MAX_PORT_NAME) ? [maxLength(MAX_PORT_NAME)] : []),
  ...(/^[-a-z0-9]+$/.test(text) ? [] : ["must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"]),
  ...(/[a-z]/.test(text) ? [] : ["must contain at least one letter (a-z)"]),
  ...(text.includes("--") ? ["must not contain consecutive hyphens"] : []),
  ...(/^-|-$/.test(text) ? ["must not begin or end with a hyphen"] : []),
];

/** The name of an HTTP header. */
export const headerName: Format = (text) => (/^[-A-Za-z0-9]+$/.test(text) ? [] : [HEADER_TEXT]);

/** The number of a port. */
export function portNumber(port: number): readonly string[] {
  return port >= 1 && port <= 65_535 ? [] : [inclusiveRange(1, 65_535)];
}

/** The number of a user or a group. */
export function unixId(id: number): readonly string[] {
  return id >= 0 && id <= 2_147_483_647 ? [] : [inclusiveRange(0, 2_147_483_647)];
}
