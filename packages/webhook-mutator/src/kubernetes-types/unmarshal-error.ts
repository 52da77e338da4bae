import { DecodingError } from "@irsa-sim/kubernetes-types";

/** Where in a document a value stands, in Go's terms. */
export interface Place {
  /** The innermost structure, for example `PodSpec`; `null` at the top. */
  readonly structure: string | null;
  /** Keys from the top, without positions in lists: `["spec", "containers", "name"]`. */
  readonly path: readonly string[];
  /** Minor version of the Kubernetes whose types are used; the newest when absent. */
  readonly minorVersion?: number | undefined;
}

/**
 * What Go's JSON decoder says of a value of the wrong kind.
 *
 * @param goType for example `[]v1.Container`
 * @see webhook.md, section 9.4
 */
export function unmarshalError(value: unknown, goType: string, { structure, path }: Place): DecodingError {
  const target = structure === null ? `value of type ${goType}` : `struct field ${structure}.${path.join(".")} of type ${goType}`;
  return new DecodingError(`json: cannot unmarshal ${kindOf(value, goType)} into Go ${target}`);
}

/** A number is shown only when an integer was wanted: then its kind was right and its value was not. */
function kindOf(value: unknown, goType: string): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return typeof value === "number" && /^int(32|64)$/.test(goType) ? `number ${value}` : typeof value;
}
