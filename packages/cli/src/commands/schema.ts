import { EXIT } from "../exit-codes.js";
import { print } from "../terminal/print.js";
import { editorSchemaText } from "./editor-schema-text.js";

/** `irsa-sim schema`: the JSON Schema of scenario.yaml, for editors. */
export function schema(): number {
  print(editorSchemaText());
  return EXIT.asExpected;
}
