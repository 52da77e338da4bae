import { foldName } from "../json/fold-name.js";
import { type GoType, parseGoType } from "./go-type.js";
import STRUCTURES from "./structures.json" with { type: "json" };

/** A member of a structure. */
export interface Member {
  readonly key: string;
  readonly type: GoType;
  /** Not written when it is empty (`omitempty`); what is a structure to Go is never empty. */
  readonly omitsEmpty: boolean;
  /** Not written when it is zero (`omitzero`). */
  readonly omitsZero: boolean;
  /** Names of the structures that are embedded on the way to it; Go's messages tell them. */
  readonly through: readonly string[];
  /** The structure in whose lines it stands: the embedded one, where it is embedded. */
  readonly owner: string;
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

const byKey = new Map<string, ReadonlyMap<string, Member>>();

/**
 * The member of a structure that a key means.
 *
 * @param inAnyCase whether a key counts that differs in case alone; one of the member's own case goes before it
 */
export function memberNamed(structure: string, key: string, inAnyCase: boolean): Member | undefined {
  const members =
    byKey.get(structure) ?? new Map(membersOf(structure).flatMap((member) => [[member.key, member] as const, [`~${foldName(member.key)}`, member] as const]));
  byKey.set(structure, members);
  return members.get(key) ?? (inAnyCase ? members.get(`~${foldName(key)}`) : undefined);
}

function readMembers(structure: string): readonly Member[] {
  const lines = TABLE[structure];
  if (lines === undefined) throw new Error(`there is no structure ${structure}`);
  return membersIn(lines, structure);
}

/** The members of a structure from the lines that the table has, or would have, of it. */
export function membersIn(lines: Readonly<Record<string, string>>, owner = ""): readonly Member[] {
  return Object.entries(lines).flatMap(([written, type]) => {
    if (written.startsWith("...")) return membersOf(type).map((member) => ({ ...member, through: [written.slice(3), ...member.through] }));
    const [, key = written, marks = ""] = /^(.*?)([?0]*)$/.exec(written) ?? [];
    return [{ key, type: parseGoType(type), omitsEmpty: marks.includes("?"), omitsZero: marks.includes("0"), through: [], owner }];
  });
}

/** Whether the table has a structure. */
export function isStructure(name: string): boolean {
  return TABLE[name] !== undefined;
}
