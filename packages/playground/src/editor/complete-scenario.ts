import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { editorSchema } from "@irsa-sim/scenario-runner";
import { listCompletions } from "./list-completions.js";
import { pathAt } from "./path-at.js";

/** Made when it is first asked for: it takes some milliseconds. */
let schema: ReturnType<typeof editorSchema> | null = null;

/** Offers what the scenario language knows at the caret, from the schema that `irsa-sim schema` prints. */
export function completeScenario(context: CompletionContext): CompletionResult | null {
  const { path, word, isValue } = pathAt(context.state.doc.toString(), context.pos);
  if (word === "" && !context.explicit) return null;
  schema ??= editorSchema("scenario.schema.json");
  const options = listCompletions(schema, path, { isValue });
  if (options.length === 0) return null;
  return {
    from: context.pos - word.length,
    options: options.map(({ name, description }) => ({ label: name, apply: isValue ? name : `${name}: `, detail: description.slice(0, 60), type: "property" })),
    validFor: /^[\w-]*$/,
  };
}
