import type { CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import { listCompletions } from "./list-completions.js";
import type { Place } from "./place.js";
import { placeAt } from "./place-at.js";
import { schemaFor } from "./schema-for.js";

/** Offers what the schema of a file lets stand at the caret: the one that the file is held against. */
export function complete(path: string): CompletionSource {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const text = state.doc.toString();
    const place = placeAt(path, text, pos);
    const { word, isValue } = place;
    const schema = word === "" && !explicit ? null : schemaFor(path, text, pos);
    const offers = schema === null ? [] : listCompletions(schema, place.path, { isValue });
    if (offers.length === 0) return null;
    const isJson = path.endsWith(".json");
    const options = offers.map(({ name, description }) => ({
      ...{ label: name, detail: description.slice(0, 60), type: "property" },
      apply: written(name, place, isJson),
    }));
    return { from: pos - word.length, options, validFor: /^[\w-]*$/ };
  };
}

function written(name: string, { isValue, isQuoted }: Place, isJson: boolean): string {
  if (!isJson) return isValue ? name : `${name}: `;
  if (isQuoted) return name;
  return isValue ? (/^(true|false|[\d.]+)$/.test(name) ? name : JSON.stringify(name)) : `${JSON.stringify(name)}: `;
}
