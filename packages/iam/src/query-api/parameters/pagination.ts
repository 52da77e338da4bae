/** Long lists in pages: `MaxItems` and `Marker` in, `IsTruncated` and the next `Marker` out. */
import { IAM_FAULTS } from "../iam-fault.js";
import type { QueryRequest } from "../query-protocol.js";
import { integer, optional } from "./parameter-readers.js";
import { MARKER } from "./parameter-rules.js";
import { readParameters } from "./read-parameters.js";

/** The parameters that every list has. */
const PAGE = { Marker: optional(MARKER), MaxItems: integer({ min: 1, max: 1000 }) } as const;

const DEFAULT_ITEMS = 100;

/** A part of a list, in the order of its keys. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly rest: { readonly IsTruncated: boolean; readonly Marker: string | null };
}

/**
 * Cuts one page out of a list. Differs from AWS: the marker is the last item's key in base64; AWS's is opaque.
 *
 * @throws {IamFault} `ValidationError` for a marker that IAM did not give
 */
export function paginate<T>(query: QueryRequest, all: Iterable<T>, keyOf: (item: T) => string): Page<T> {
  const { Marker, MaxItems } = readParameters(query, PAGE);
  const after = Marker === null ? null : readMarker(Marker);
  const waiting = [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).filter((item) => after === null || keyOf(item) > after);
  const items = waiting.slice(0, MaxItems ?? DEFAULT_ITEMS);
  const last = items.at(-1);
  const isTruncated = items.length < waiting.length && last !== undefined;
  return { items, rest: { IsTruncated: isTruncated, Marker: isTruncated ? btoa(encodeURIComponent(keyOf(last))) : null } };
}

function readMarker(marker: string): string {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(marker) && marker.length % 4 === 0;
  const text = isBase64 ? atob(marker) : "%";
  if (!/^(?:[\w.!~*'()-]|%[0-7][0-9A-F]|%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)*$/.test(text)) throw IAM_FAULTS.invalidMarker();
  return decodeURIComponent(text);
}
