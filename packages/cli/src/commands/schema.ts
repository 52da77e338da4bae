import { editorSchema } from "@irsa-sim/scenario-runner";
import { EXIT } from "../exit-codes.js";

/** Under which editors may know the schema; nothing is fetched from there. */
const ID = "urn:irsa-sim:scenario:v1";

/** `irsa-sim schema`: the JSON Schema of scenario.yaml, for editors. */
export function schema(): number {
  process.stdout.write(`${JSON.stringify(editorSchema(ID), null, 2)}\n`);
  return EXIT.asExpected;
}
