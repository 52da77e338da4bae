import type { Json } from "@irsa-sim/core";
import type { ReactNode } from "react";

/** A JSON value as lines like YAML's: short to read, and each text stands as it is. */
export function JsonTree({ value }: { readonly value: Json }) {
  return <pre className="json">{lines(value, 0)}</pre>;
}

function lines(value: Json, depth: number): ReactNode {
  if (typeof value !== "object" || value === null) {
    return <span className={typeof value === "string" ? "json-text" : "json-scalar"}>{typeof value === "string" ? value : String(value)}</span>;
  }
  const isList = Array.isArray(value);
  const entries = isList ? value.map((item: Json) => ["-", item] as const) : Object.entries(value);
  if (entries.length === 0) return isList ? "[]" : "{}";
  return entries.map(([name, member], index) => (
    <span key={`${index}${name}`}>
      {index > 0 && newLine(depth)}
      <span className="json-name">{isList ? "- " : `${name}:`}</span>
      {!isList && (isBlock(member as Json) ? newLine(depth + 1) : " ")}
      {lines(member as Json, depth + 1)}
    </span>
  ));
}

/** Whether a value has lines of its own. */
function isBlock(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function newLine(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}
