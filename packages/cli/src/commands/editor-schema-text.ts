import { editorSchema } from "@irsa-sim/scenario-runner";

/** Under which editors may know the schema; nothing is fetched from there. */
const ID = "urn:irsa-sim:scenario:v1";

/** The JSON Schema of scenario.yaml, as a file. */
export function editorSchemaText(): string {
  return `${JSON.stringify(editorSchema(ID), null, 2)}\n`;
}
