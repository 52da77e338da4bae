import { STRUCTURES } from "./structures.js";

/** A member of a structure. */
export interface Field {
  readonly key: string;
  /** Written even when it is zero. */
  readonly isAlwaysWritten: boolean;
  /** An explicit zero is written, since it differs from none. */
  readonly isPointer: boolean;
  readonly isList: boolean;
  /** As in the table. */
  readonly type: string;
}

const FIELD = /^(?<key>\w+)(?<always>!?)(?<pointer>\*?):(?<type>[\w.]+)(?<list>\[\])?$/;
const parsed = new Map<string, readonly Field[]>();

/** The members of a structure, in the order in which they are written. */
export function fieldsOf(structure: string): readonly Field[] {
  const known = parsed.get(structure);
  if (known !== undefined) return known;
  const lines = STRUCTURES[structure];
  if (lines === undefined) throw new Error(`there is no structure ${structure}`);
  const fields = lines.map(parseField);
  parsed.set(structure, fields);
  return fields;
}

/** Whether a type of the table is a structure. */
export function isStructure(type: string): boolean {
  return Object.hasOwn(STRUCTURES, type);
}

function parseField(line: string): Field {
  const { key = "", always, pointer, type = "", list } = FIELD.exec(line)?.groups ?? {};
  if (key === "") throw new Error(`not a line of the table of structures: ${line}`);
  return { key, isAlwaysWritten: always === "!", isPointer: pointer === "*", isList: list !== undefined, type };
}
