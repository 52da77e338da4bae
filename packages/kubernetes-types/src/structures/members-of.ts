import { type GoType, parseGoType } from "./go-type.js";
import STRUCTURES from "./structures.json" with { type: "json" };

/** A member of a structure. */
export interface Member {
  readonly key: string;
  readonly type: GoType;
  /** Not written when it is empty. */
  readonly omitsEmpty: boolean;
  /** Not written when it is absent, though it is a structure. */
  readonly omitsZero: boolean;
  /** Names of the structures that are embedded on the way to it; Go's messages tell them. */
  readonly through: readonly string[];
}

const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = STRUCTURES;
const known = new Map<string, readonly Member[]>();

/**
 * The members of a structure in the order in which Go writes them, those of embedded structures included.
 *
 * @param structure for example `v1.PodSpec`
 */
export function membersOf(structure: string): readonly Member[] {
  const found = known.get(structure) ?? readMembers(structure);
  known.set(structure, found);
  return found;
}

function readMembers(structure: string): readonly Member[] {
  const lines = TABLE[structure];
  if (lines === undefined) throw new Error(`there is no structure ${structure}`);
  return Object.entries(lines).flatMap(([written, type]) => {
    if (written.startsWith("...")) return membersOf(type).map((member) => ({ ...member, through: [written.slice(3), ...member.through] }));
    const key = written.replace(/[?0]+$/, "");
    return [{ key, type: parseGoType(type), omitsEmpty: written !== key, omitsZero: written.endsWith("0"), through: [] }];
  });
}
