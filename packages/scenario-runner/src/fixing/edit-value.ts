/** What a scenario is made of: JSON, and the maps in which it keeps accounts. */
type Value = unknown;

/**
 * A value with another one at the end of a path.
 *
 * @param path names of members, and indices; `-` in a list is the place behind its last item, and makes a list of a value that is none
 * @param value `null` takes away what is there
 * @returns `null` when the path leads nowhere
 */
export function editValue<Document extends object>(document: Document, path: readonly string[], value: Value): Document | null {
  const edited = put(document, path, value);
  return edited === undefined ? null : (edited as Document);
}

/** `undefined` when the path leads nowhere. */
function put(at: Value, [first, ...rest]: readonly string[], value: Value): Value {
  if (first === undefined) return value;
  if (first === "-") return rest.length > 0 || value === null ? undefined : [...listOf(at), value];
  if (Array.isArray(at)) return putInList(at, { index: Number(first), rest }, value);
  if (at instanceof Map) return putInMap(at, { key: first, rest }, value);
  if (at === undefined || at === null) return value === null ? undefined : putMember({}, first, put(undefined, rest, value));
  return isObject(at) ? putMember(at, first, put(at[first], rest, value)) : undefined;
}

function listOf(at: Value): readonly Value[] {
  if (Array.isArray(at)) return at;
  return at === undefined || at === null ? [] : [at];
}

function isObject(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function putInList(list: readonly Value[], { index, rest }: { readonly index: number; readonly rest: readonly string[] }, value: Value): Value {
  const item = index in list ? put(list[index], rest, value) : undefined;
  if (item === undefined) return undefined;
  return item === null ? list.filter((_, at) => at !== index) : list.map((one, at) => (at === index ? item : one));
}

function putInMap(map: ReadonlyMap<string, Value>, { key, rest }: { readonly key: string; readonly rest: readonly string[] }, value: Value): Value {
  const item = put(map.get(key), rest, value);
  return item === undefined ? undefined : new Map([...map, [key, item]]);
}

function putMember(object: Readonly<Record<string, Value>>, name: string, value: Value): Value {
  if (value === undefined) return undefined;
  const { [name]: _, ...others } = object;
  return value === null ? others : { ...object, [name]: value };
}
