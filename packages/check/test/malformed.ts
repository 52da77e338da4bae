/** Files that are broken, or have nothing to do with roles: twenty kinds, each in twenty variants. */

/** What must never be shown of a file. */
export const SECRET = "aHVudGVyMg-very-secret";

/** A kind of file. */
export interface Malformed {
  readonly name: string;
  readonly file: string;
  /** @param variant from 0 */
  readonly text: (variant: number) => string;
}

const ROLE = JSON.stringify({ Role: { RoleName: "web", AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow" }] } } }, null, 2);
const MANIFEST =
  "apiVersion: v1\nkind: Pod\nmetadata: { name: web, labels: { app: web } }\nspec:\n  containers:\n    - { name: app, image: 'example.com/web:1' }\n";

/** Every kind. */
export const MALFORMED: readonly Malformed[] = [
  {
    name: "bytes that are no text",
    file: "a.yaml",
    text: (n) => Array.from({ length: 200 + n }, (_, index) => String.fromCharCode(1 + ((index * 151 + n) % 255))).join(""),
  },
  { name: "JSON that is cut", file: "a.json", text: (n) => ROLE.slice(0, 5 + 6 * n) },
  { name: "YAML that is cut in a flow", file: "a.yaml", text: (n) => MANIFEST.slice(0, MANIFEST.indexOf("labels") + (n % 14)) },
  { name: "JSON as deep as its size", file: "a.json", text: (n) => `${"[".repeat(1000 * (n + 1))}${"]".repeat(1000 * (n + 1))}` },
  { name: "YAML as deep as its size", file: "a.yaml", text: (n) => "[".repeat(1000 * (n + 1)) },
  { name: "objects that never end", file: "a.json", text: (n) => '{"a":'.repeat(100 * (n + 1)) },
  { name: "aliases that multiply", file: "a.yaml", text: aliases },
  {
    name: "an object of a kind that nobody knows",
    file: "a.yaml",
    text: (n) => `apiVersion: example.com/v${n}\nkind: Unicorn\nmetadata: { name: u${n} }\nspec: { horns: ${n} }\n`,
  },
  { name: "documents without anything in them", file: "a.yaml", text: (n) => "---\n".repeat(n + 1) },
  {
    name: "a state of Terraform without roles",
    file: "a.json",
    text: (n) =>
      JSON.stringify({ format_version: "1.0", values: { root_module: { resources: Array(n).fill({ type: "aws_s3_bucket", values: { bucket: "b" } }) } } }),
  },
  { name: "a Secret", file: "a.yaml", text: (n) => `apiVersion: v1\nkind: Secret\nmetadata: { name: s${n} }\nstringData: { key: ${SECRET} }\n` },
  { name: "numbers", file: "a.json", text: (n) => JSON.stringify(Array.from({ length: 5000 * (n + 1) }, (_, index) => index)) },
  { name: "a package's manifest", file: "package.json", text: (n) => JSON.stringify({ name: "p", version: `${n}.0.0`, scripts: { postinstall: "exit 1" } }) },
  { name: "one long text", file: "a.yaml", text: (n) => `note: "${"x".repeat(40_000 * (n + 1))}"\n` },
  { name: "a tag that makes an object", file: "a.yaml", text: (n) => `a${n}: !!python/object/apply:os.system ["touch /tmp/owned"]\n` },
  {
    name: "a policy that is cut",
    file: "a.json",
    text: (n) => JSON.stringify({ RoleName: "web", AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":['.slice(0, 2 + n) }),
  },
  { name: "a page", file: "a.yaml", text: (n) => `<!doctype html>\n<title>${n}: 404</title>\n<p>not here: sorry</p>\n` },
  { name: "a key twice", file: "a.json", text: (n) => `{ "kind": "Pod", "a${n}": 1, "a${n}": 2 }` },
  { name: "a value alone", file: "a.json", text: (n) => JSON.stringify([null, true, 7, "text", "", [], {}][n % 7]) },
  {
    name: "events of another service",
    file: "a.json",
    text: (n) => JSON.stringify({ Records: Array(n + 1).fill({ eventSource: "s3.amazonaws.com", eventName: "GetObject" }) }),
  },
];

/** Each level repeats the one before it; without bounds the last has more leaves than any memory. */
function aliases(variant: number): string {
  const level = (index: number): string =>
    `l${index}: &l${index} [${Array(9)
      .fill(`*l${index - 1}`)
      .join(", ")}]`;
  return ["l0: &l0 [x]", ...Array.from({ length: 4 + variant }, (_, index) => level(index + 1))].join("\n");
}
