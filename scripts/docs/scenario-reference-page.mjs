// docs/scenario-reference.md: the scenario language, from the schema that editors use.
import { editorSchema } from "../../packages/scenario-runner/dist/index.js";

/** The page. */
export function scenarioReferencePage() {
  const { properties } = editorSchema("urn:irsa-sim:scenario:v1");
  const sections = Object.entries(properties).map(([name, schema]) => `## \`${name}\`\n\n${describe(schema)}\n`);
  return `<!-- Written by scripts/generate-docs.mjs from the schema; do not edit. -->
# The scenario language

A scenario is a folder with a \`scenario.yaml\` and the files that it names. \`irsa-sim new FOLDER\` writes one to begin with, \`irsa-sim lint FOLDER\` checks it,
\`irsa-sim schema\` prints the JSON Schema for editors. With \`base\` everything but \`title\` and \`expect\` may be left out; \`description\`, \`tags\`, \`lesson\` and \`golden\` of a base are its own. \`null\` takes away what a
base says.

Variables: \`\${issuer}\` (without its scheme), \`\${issuerUrl}\`, \`\${account}\`, \`\${region}\`, \`\${partition}\`,
\`\${cluster}\`, and \`\${matrix.NAME}\` for the values of a matrix. Of a further cluster \`\${clusters.NAME.issuer}\`, and so \`issuerUrl\`, \`account\` and \`region\`.

With \`clusters\` a world has several. An entry of the timeline says beside its action where it happens: \`cluster: NAME\`, a name of \`clusters\` or the \`name\` of \`cluster\`, which is the
first. Without it actions and expectations of pods are the first cluster's; \`iam\` and \`advance\` are everybody's, and hosts that are cut off, slow or made to answer otherwise are so for all.

Files are named relative to the scenario's folder, or else to its base's; \`../\` leads out of it as far as the folder that \`irsa-sim test\` or \`lint\` was asked for, or the one around the scenario.
What kubectl and \`aws iam\` print goes in as it is. What of it has no effect here, and pods that no file has, are told on standard error as notices.

An address of a \`patch\` leads through the scenario by names and, in brackets, by names or numbers: \`aws.roles[my-pod-role].trustPolicy.Statement[0].Effect\`,
\`kubernetes.Pod[my-pod].spec.serviceAccountName\`.

${sections.join("\n")}`;
}

/** A schema in words: its description, then its members one below the other. */
function describe(schema) {
  const own = unwrap(schema);
  const head = sentence(own.description ?? schema.description ?? "");
  const rows = rowsOf(own, "");
  return rows.length === 0 ? `${head} (${typeOf(own)})` : `${head}\n\n| member | value | |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

function rowsOf(schema, path) {
  // An expectation is told once, under the member of that name.
  if (/(^|\.)expect$/.test(path)) return [];
  if (schema.type === "array" && schema.items) return rowsOf(unwrap(schema.items), `${path}[]`);
  const options = schema.oneOf ?? [];
  // What may stand beside every action is told once.
  if (options.length > 0) return [...new Set(options.flatMap((option) => rowsOf(unwrap(option), path)))];
  const members = Object.entries(schema.properties ?? {});
  const named = typeof schema.additionalProperties === "object" ? [["NAME", schema.additionalProperties]] : [];
  return [...members, ...named].flatMap(([name, member]) => {
    const own = unwrap(member);
    const here = path === "" ? name : `${path}.${name}`;
    const below = rowsOf(own, here);
    const isRequired = (schema.required ?? []).includes(name);
    return [`| \`${here}\` | ${typeOf(own)}${isRequired ? ", required" : ""} | ${sentence(own.description ?? member.description ?? "")} |`, ...below];
  });
}

/** Of a value that may also be a variable or \`null\`, the value. */
function unwrap(schema) {
  const [first] = schema.anyOf ?? [];
  return first === undefined || schema.properties ? schema : { ...unwrap(first), description: schema.description ?? first.description };
}

function typeOf({ type, enum: values, const: constant, items, minimum, maximum }) {
  if (values) return values.map((value) => `\`${value}\``).join(", ");
  if (constant !== undefined) return `\`${constant}\``;
  if (type === "array") return `list${items ? ` of ${typeOf(unwrap(items)) || "documents"}` : ""}`;
  if (type === "integer") return `number from ${minimum} to ${maximum}`;
  return { string: "text", boolean: "true or false", object: "object" }[type] ?? "document";
}

function sentence(text) {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
