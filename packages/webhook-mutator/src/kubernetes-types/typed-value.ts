/** A value of a typed structure: JSON, and 64-bit integers beyond what a JavaScript number holds exactly. */
export type TypedValue = boolean | number | bigint | string | readonly TypedValue[] | TypedObject;

/** The members of a structure, or a map; absent members are not there at all. */
export interface TypedObject {
  readonly [key: string]: TypedValue | undefined;
}
