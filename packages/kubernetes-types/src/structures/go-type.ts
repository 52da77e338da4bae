/** A type of Go, as far as JSON is concerned. */
export type GoType =
  | { readonly kind: "string" | "bool" | "int32" | "int64"; readonly name: string }
  | { readonly kind: "struct" | "bytes" | "time" | "quantity" | "int-or-string" | "raw"; readonly name: string }
  | { readonly kind: "pointer"; readonly of: GoType; readonly name: string }
  | { readonly kind: "list" | "map"; readonly of: GoType; readonly name: string };

const SPECIAL: Readonly<Record<string, GoType>> = {
  "[]byte": { kind: "bytes", name: "[]uint8" },
  Time: { kind: "time", name: "v1.Time" },
  MicroTime: { kind: "time", name: "v1.MicroTime" },
  Quantity: { kind: "quantity", name: "resource.Quantity" },
  IntOrString: { kind: "int-or-string", name: "intstr.IntOrString" },
  Raw: { kind: "raw", name: "v1.FieldsV1" },
};

/**
 * Reads a type of the table: `*[]v1.Container`, `map[string]string`, `v1.PullPolicy=string` for a name that stands for another type.
 *
 * @throws {Error} for what is no such type
 */
export function parseGoType(text: string): GoType {
  const special = SPECIAL[text];
  if (special !== undefined) return special;
  const [, name, underlying] = /^([\w.]+)=(.+)$/.exec(text) ?? [];
  if (name !== undefined && underlying !== undefined) return { ...parseGoType(underlying), name };
  if (text.startsWith("*")) return { kind: "pointer", of: parseGoType(text.slice(1)), name: text };
  if (text.startsWith("[]")) return listOf("list", parseGoType(text.slice(2)), "[]");
  const [, key, value] = /^map\[([^\]]+)\](.+)$/.exec(text) ?? [];
  if (key !== undefined && value !== undefined) return listOf("map", parseGoType(value), `map[${key.split("=")[0]}]`);
  if (text === "string" || text === "bool" || text === "int32" || text === "int64") return { kind: text, name: text };
  if (text.includes(".")) return { kind: "struct", name: text };
  throw new Error(`not a type of the table of structures: ${text}`);
}

function listOf(kind: "list" | "map", of: GoType, prefix: string): GoType {
  return { kind, of, name: `${prefix}${of.name}` };
}
