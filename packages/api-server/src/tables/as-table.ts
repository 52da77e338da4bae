/**
 * Answers as tables: what is given as an object, a list or a watch becomes rows, so that any client can show any kind.
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables
 */
import { bodyText, type Clock, type EpochMillis, type HttpRequest, type HttpResponse, type JsonObject } from "@irsa-sim/core";
import type { Column, TableObject } from "./column.js";
import { columnsOf } from "./columns-of.js";

/** What is known of the rows that are wanted. */
interface TableOptions {
  readonly kind: string;
  readonly now: EpochMillis;
  /** What a row holds of its object. */
  readonly includes: "None" | "Metadata" | "Object";
}

/** The answer to a GET of objects of a kind, as a table; a refusal stays as it is. */
export function asTable(
  response: HttpResponse,
  { request, kind, clock }: { readonly request: HttpRequest; readonly kind: string; readonly clock: Clock },
): HttpResponse {
  const contentType = response.headers["content-type"] ?? "";
  if (response.status !== 200) return response;
  const asked = new URL(request.url).searchParams.get("includeObject") ?? "";
  const includes = asked === "None" || asked === "Object" ? asked : "Metadata";
  const options = (): TableOptions => ({ kind, includes, now: clock.now() });
  if (contentType === "application/json") return { ...response, body: `${JSON.stringify(tableOf(JSON.parse(bodyText(response)), options()))}\n` };
  if (contentType !== "application/json;stream=watch") return response;
  const { more, ...head } = response;
  const lines = (text: string): string => text.replaceAll(/.+/g, (line) => eventAsTable(line, options()));
  return { ...head, body: lines(bodyText(response)), ...(more !== undefined && { more: mapPieces(more, lines) }) };
}

function tableOf(answer: JsonObject, options: TableOptions): JsonObject {
  const { items, metadata } = answer as { readonly items?: readonly JsonObject[]; readonly metadata: JsonObject };
  const apiVersion = String(answer.apiVersion);
  const objects = items?.map((item) => ({ kind: options.kind, apiVersion, ...item })) ?? [answer];
  const { resourceVersion = "", continue: next, remainingItemCount } = metadata;
  const page = items === undefined || next === undefined ? {} : { continue: next, ...(remainingItemCount !== undefined && { remainingItemCount }) };
  return table(objects as unknown as readonly TableObject[], { resourceVersion, ...page }, options);
}

function eventAsTable(line: string, options: TableOptions): string {
  const { type, object } = JSON.parse(line) as { readonly type: string; readonly object: TableObject };
  // A bookmark tells of no object, so its table has no columns.
  const shown =
    type === "BOOKMARK"
      ? { ...table([object], {}, options), columnDefinitions: [] }
      : table([object], { resourceVersion: object.metadata.resourceVersion ?? "" }, options);
  return JSON.stringify({ type, object: shown });
}

function table(objects: readonly TableObject[], metadata: JsonObject, options: TableOptions): JsonObject {
  const columns = columnsOf(options.kind);
  const rows = objects.map((object) => ({ cells: columns.map(({ cell }) => cell(object, options.now)), object: shownObject(object, options) }));
  return { kind: "Table", apiVersion: "meta.k8s.io/v1", metadata, columnDefinitions: columns.map(definitionOf), rows } as unknown as JsonObject;
}

function definitionOf({ name, type, format, isWide = false }: Column): JsonObject {
  return { name, type, format: format ?? "", description: "", priority: isWide ? 1 : 0 };
}

function shownObject(object: TableObject, { includes }: TableOptions): object | null {
  if (includes === "None") return null;
  return includes === "Object" ? object : { kind: "PartialObjectMetadata", apiVersion: "meta.k8s.io/v1", metadata: object.metadata };
}

function mapPieces(pieces: AsyncIterable<string>, change: (piece: string) => string): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator]() {
      const reader = pieces[Symbol.asyncIterator]();
      return {
        async next() {
          const result = await reader.next();
          return result.done === true ? result : { done: false, value: change(result.value) };
        },
        async return() {
          await reader.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
