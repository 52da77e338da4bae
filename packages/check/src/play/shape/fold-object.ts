import type { Json, JsonObject } from "@irsa-sim/core";
import { foldContainer } from "./fold-container.js";

/** Annotations that somebody on the way to a role may read, or that look as if they were meant for it. */
const READ = /aws|amazon|eks|iam|irsa|role/i;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;

/** An object without what nobody looks at on the way to a role; what the API server may refuse stays as it is. */
export function foldObject(object: JsonObject, { isChosenByLabels }: { readonly isChosenByLabels: boolean }): JsonObject {
  const { metadata, spec } = object as { readonly metadata: JsonObject; readonly spec?: JsonObject };
  const { labels, annotations, ...named } = metadata;
  const folded = {
    ...named,
    labels: foldTexts(labels, (key, value) => !isChosenByLabels && !READ.test(key) && LABEL_VALUE.test(value)),
    annotations: foldTexts(annotations, (key) => !READ.test(key)),
  };
  if (object.kind !== "Pod" || spec === undefined) return { ...object, metadata: folded };
  const containers = Object.fromEntries(
    ["containers", "initContainers"].flatMap((member) => {
      const list = spec[member];
      return Array.isArray(list) ? [[member, list.map(foldContainer)]] : [];
    }),
  );
  return { ...object, metadata: folded, spec: { ...spec, ...containers } };
}

/** Those that may be any text are left out. */
function foldTexts(texts: Json | undefined, mayBeAny: (key: string, value: string) => boolean): Json {
  if (typeof texts !== "object" || texts === null || Array.isArray(texts)) return texts ?? null;
  return Object.fromEntries(
    Object.entries(texts as JsonObject).filter(([key, value]) => !(typeof value === "string" && KEY.test(key) && mayBeAny(key, value))),
  );
}

/** A key of a label or annotation that the API server takes. */
const KEY = /^([a-z0-9]([a-z0-9.-]{0,100}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
