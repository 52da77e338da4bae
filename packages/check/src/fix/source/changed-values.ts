import type { Json, JsonObject } from "@irsa-sim/core";
import { toSegment } from "../../place/find-pointer.js";
import type { ChangedValue } from "./source-change.js";

/** In which values two documents differ; one that stands in a text is looked into. */
export function changedValues(before: Json | undefined, after: Json | undefined, pointer = ""): readonly ChangedValue[] {
  const [was, is] = [decoded(before), decoded(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (!isCollection(was) || !isCollection(is) || Array.isArray(was) !== Array.isArray(is)) return [{ pointer, was: textOf(was), is: textOf(is) }];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.flatMap((name) => changedValues(was[name], is[name], pointer + toSegment(name)));
}

/** A document in a text as a document; a text that is made of parts with the others by their names. */
function decoded(value: Json | undefined): Json | undefined {
  const text = joined(value);
  if (typeof text !== "string" || !/^\s*[{[]/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function joined(value: Json | undefined): Json | undefined {
  const [separator, parts] = isCollection(value) && Array.isArray(value["Fn::Join"]) ? value["Fn::Join"] : [];
  if (separator !== "" || !Array.isArray(parts)) return value;
  return parts.map((part: Json) => (typeof part === "string" ? part : `\${${namesIn(part).join(" ")}}`)).join("");
}

/** What a function refers to. */
function namesIn(value: Json): readonly string[] {
  if (typeof value === "string") return /^[A-Z][A-Za-z0-9:]*$/.test(value) ? [value] : [];
  return isCollection(value) ? Object.values(value).flatMap((item) => namesIn(item as Json)) : [];
}

function textOf(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isCollection(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null;
}
