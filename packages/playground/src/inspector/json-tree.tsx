import type { Json } from "@irsa-sim/core";
import type { ReactNode } from "react";

/** A JSON value as YAML-like lines: short to read, and each text stands as it is. */
export function JsonTree({ value }: { readonly value: Json }) {
  return <pre className="json">{lines(value, 0)}</pre>;
}

function lines(value: Json, depth: number): ReactNode {
  if (typeof value !== "object" || value === null) return <Scalar value={value} />;
  const isList = Array.isArray(value);
  const entries = isList ? value.map((item: Json) => ["-", item] as const) : Object.entries(value);
  if (entries.length === 0) return isList ? "[]" : "{}";
  return entries.map(([name, member], index) => (
    <span key={`${index}${name}`}>
      {(index > 0 || depth > 0) && !isListItemStart(depth, index) ? "\n" : ""}
      {"  ".repeat(depth)}
      <span className="json-name">{isList ? "- " : `${name}: `}</span>
      {lines(member as Json, depth + 1)}
    </span>
  ));
}

function isListItemStart(depth: number, index: number): boolean {
  return depth === 0 && index === 0;
}

function Scalar({ value }: { readonly value: string | number | boolean | null }) {
  return <span className={typeof value === "string" ? "json-text" : "json-scalar"}>{typeof value === "string" ? value : String(value)}</span>;
}
