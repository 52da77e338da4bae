import { parseFile } from "../parse/parse-file.js";
import type { ProblemList } from "../problems/problem-list.js";
import { describeNode } from "../tree/describe-node.js";
import type { LocatedNode } from "../tree/located-tree.js";
import type { DocumentFiles } from "./document-files.js";

/** Finds and reads files that a document names, in one of a few folders. */
export interface FileReader {
  /** The Kubernetes objects of the file that `node` names, YAML or JSON; `null` when it cannot be read, which is then a problem at `node`. */
  readManifests(node: LocatedNode): readonly LocatedNode[] | null;
  /** The IAM document of the file that `node` names, always JSON; `null` as above, or when the file has faults. */
  readDocument(node: LocatedNode): LocatedNode | null;
}

/** Where named files are looked for. */
export interface NamedFiles {
  readonly files: DocumentFiles;
  /** The first that has the file counts. */
  readonly folders: readonly string[];
  /** What stands in a fault when none has it, such as "a file in the scenario's folder". */
  readonly expected: string;
}

/** Creates a reader; a file is read once. */
export function createFileReader({ files, folders, expected }: NamedFiles, problems: ProblemList): FileReader {
  const known = new Map<string, readonly LocatedNode[]>();
  const read = (node: LocatedNode): readonly LocatedNode[] | null => {
    const name = nameIn(node);
    const folder = name === null || !staysInside(name) ? undefined : folders.find((candidate) => files.read(candidate, name) !== null);
    if (name === null || folder === undefined) {
      problems.add(node.place, { message: "there is no such file", expected, actual: describeNode(node) });
      return null;
    }
    const text = files.read(folder, name) ?? "";
    const trees = known.get(name) ?? parseFile({ file: files.displayPath(folder, name), text, dialect: "kubernetes" }, problems);
    known.set(name, trees);
    return trees;
  };
  return {
    readManifests: read,
    readDocument(node) {
      if (nameIn(node)?.endsWith(".json") !== false) return read(node)?.[0] ?? null;
      problems.add(node.place, { message: "not a JSON file", expected: "a file that ends in .json, or the document itself", actual: describeNode(node) });
      return null;
    },
  };
}

function nameIn(node: LocatedNode): string | null {
  return node.kind === "scalar" && typeof node.value === "string" ? node.value : null;
}

/** Inputs stay within their folders. */
function staysInside(name: string): boolean {
  return !/[\\:\p{Cc}]/u.test(name) && name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
