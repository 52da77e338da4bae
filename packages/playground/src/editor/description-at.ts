import { listCompletions } from "./list-completions.js";
import { placeAt } from "./place-at.js";
import { schemaFor } from "./schema-for.js";

/** What the schema says of the name that ends at a place; `null` where it says nothing. */
export function descriptionAt(path: string, text: string, end: number): string | null {
  const place = placeAt(path, text, end);
  const schema = place.isValue ? null : schemaFor(path, text, end);
  const offers = schema === null ? [] : listCompletions(schema, place.path, { isValue: false });
  return offers.find(({ name }) => name === place.word)?.description || null;
}
