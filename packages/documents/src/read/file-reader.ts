import { parseFile } from "../parse/parse-file.js";
import type { ProblemList } from "../problems/problem-list.js";
import { recognise } from "../recognise/recognise.js";
import type { RecognisedDocument } from "../recognise/recognised-document.js";
import { joinRecognitions } from "../recognise/recognition.js";
import { reportRecognition } from "../recognise/report-recognition.js";
import { textOf } from "../recognise/text-of.js";
import { describeNode } from "../tree/describe-node.js";
import type { LocatedNode } from "../tree/located-tree.js";
import type { DocumentFiles } from "./document-files.js";

/** Finds and reads files that a document names, in one of a few folders. */
export interface FileReader {
  /** What stands in the file that `node` names, YAML or JSON; none when it cannot be read or has faults, which is then a problem. */
  readFile(node: LocatedNode): readonly RecognisedDocument[];
  /** The same of a file that is always JSON, as AWS has it. */
  readJsonFile(node: LocatedNode): readonly RecognisedDocument[];
  /** What `node` itself is. */
  recognise(node: LocatedNode): readonly RecognisedDocument[];
  /** Everything that was read so far. */
  documents(): readonly RecognisedDocument[];
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
  const known = new Map<string, readonly RecognisedDocument[]>();
  const find = (name: string) => {
    for (const folder of isPath(name) ? folders : []) {
      const content = files.read(folder, name);
      if (content !== null) return { folder, content };
    }
    return null;
  };
  const readAnew = (node: LocatedNode, name: string): readonly RecognisedDocument[] => {
    const found = find(name);
    if (found === null) problems.add(node.place, { message: "there is no such file", expected, actual: describeNode(node) });
    else if (typeof found.content !== "string") problems.add(node.place, { message: `${files.displayPath(found.folder, name)} is not read`, ...found.content });
    if (typeof found?.content !== "string") return [];
    const trees = parseFile({ file: files.displayPath(found.folder, name), text: found.content, dialect: "kubernetes" }, problems);
    const recognition = joinRecognitions(trees.map(recognise));
    reportRecognition(recognition, problems);
    return recognition.documents;
  };
  const readFile = (node: LocatedNode): readonly RecognisedDocument[] => {
    const name = textOf(node) ?? "";
    const documents = known.get(name) ?? readAnew(node, name);
    // What could not be read is told wherever it is named.
    if (documents.length > 0) known.set(name, documents);
    return documents;
  };
  return {
    readFile,
    documents: () => [...known.values()].flat(),
    recognise(node) {
      const recognition = recognise(node);
      reportRecognition(recognition, problems);
      return recognition.documents;
    },
    readJsonFile(node) {
      if (textOf(node)?.endsWith(".json") !== false) return readFile(node);
      problems.add(node.place, { message: "not a JSON file", expected: "a file that ends in .json, or the document itself", actual: describeNode(node) });
      return [];
    },
  };
}

/** A path from a folder to a file, in which only `..` at its beginning leads up. */
function isPath(name: string): boolean {
  return (
    /^(\.\.\/)*[^/]/.test(name) &&
    !/[\\:\p{Cc}]/u.test(name) &&
    name
      .replace(/^(\.\.\/)+/, "")
      .split("/")
      .every((part) => part !== "" && part !== "." && part !== "..")
  );
}
