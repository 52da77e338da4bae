import { createProblemList, type LocatedNode, parseFile } from "@irsa-sim/documents";
import { CheckError, type InputFile } from "../../src/index.js";

/** A value of a file. */
export interface ChangedPlace {
  readonly file: string;
  /** RFC 6901, into the document in which it stands. */
  readonly pointer: string;
}

/** What differs between two versions of the same files: changed values, members and items that came, and of what came or went the value that held it. */
export function changedPlaces(before: readonly InputFile[], after: readonly InputFile[]): readonly ChangedPlace[] {
  return after.flatMap((input) => {
    const old = before.find(({ file }) => file === input.file);
    if (old?.text === input.text) return [];
    const [was, is] = [old === undefined ? [] : treesOf(old), treesOf(input)];
    return is.flatMap((tree, index) => changedIn(was[index] ?? null, tree, "").map((pointer) => ({ file: input.file, pointer })));
  });
}

function treesOf({ file, text }: InputFile): readonly LocatedNode[] {
  const problems = createProblemList((found) => new CheckError(found));
  const trees = parseFile({ file, text, format: file.endsWith(".json") ? "json" : "yaml", dialect: "kubernetes", intrinsics: true }, problems);
  problems.throwIfAny();
  return trees;
}

function changedIn(before: LocatedNode | null, after: LocatedNode, pointer: string): readonly string[] {
  if (before === null || before.kind !== after.kind) return [pointer];
  if (after.kind === "scalar") return before.kind === "scalar" && before.value === after.value ? [] : [pointer];
  const [was, is] = [childrenOf(before), childrenOf(after)];
  const gone = [...was.keys()].some((name) => !is.has(name)) || is.size > was.size ? [pointer] : [];
  return [
    ...gone,
    ...[...is].flatMap(([name, child]) => changedIn(was.get(name) ?? null, child, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)),
  ];
}

function childrenOf(node: LocatedNode): ReadonlyMap<string, LocatedNode> {
  if (node.kind === "scalar") return new Map();
  return node.kind === "list"
    ? new Map(node.items.map((item, index) => [String(index), item]))
    : new Map([...node.members].map(([name, member]) => [name, member.node]));
}

/** Whether a place is one that was changed, or in one, or what holds it. */
export function isChanged({ file, pointer }: { readonly file: string; readonly pointer?: string }, changed: readonly ChangedPlace[]): boolean {
  const own = asWhole(pointer ?? "");
  return changed.some((one) => {
    const other = asWhole(one.pointer);
    return one.file === file && (own === other || own.startsWith(`${other}/`) || own === other.slice(0, other.lastIndexOf("/")));
  });
}

/** What a function makes of parts is one value, and what Terraform writes as a block of operator, key and values is one condition, or one principal. */
function asWhole(pointer: string): string {
  return pointer.replace(/(\/Fn::(Join|Sub)|\/(condition|principals)\/\d+)\/.*$/s, "$1");
}
