import {
  createProblemList,
  type DocumentNotice,
  describeDocuments,
  isLarge,
  type LocatedNode,
  type ProblemList,
  parseFile,
  type RecognisedDocument,
  recognise,
  reportRecognition,
  scalarAt,
  wholeTree,
} from "@irsa-sim/documents";
import { CheckError } from "../check-error.js";
import type { InputFile } from "../input-file.js";
import { formatOf } from "./format-of.js";

/** What was read. */
export interface ReadInput {
  readonly documents: readonly RecognisedDocument[];
  /** The documents of each file as they were parsed; none of a large one. */
  readonly trees: ReadonlyMap<string, readonly LocatedNode[]>;
  readonly notices: readonly DocumentNotice[];
}

/**
 * Reads and recognises files. What is wrong with a file that was only found in a folder is a notice, and so is what nobody knows.
 *
 * @throws {CheckError} with every fault of the files that the user named
 */
export function readInput(files: readonly InputFile[]): ReadInput {
  const named = createProblemList((problems, count) => new CheckError(problems, count));
  const found = createProblemList((problems, count) => new CheckError(problems, count));
  const trees = new Map<string, readonly LocatedNode[]>();
  const documents = files.flatMap((input) => {
    const problems = input.isNamed ? named : found;
    const parsed = treesIn(input.file, input.text, problems);
    // All of a large file would fill the memory.
    trees.set(input.file, isLarge(input.text) ? [] : parsed);
    return parsed.flatMap((tree) => recogniseTree(tree, { input, problems, notices: named }));
  });
  named.throwIfAny();
  return { documents, trees, notices: [...named.notices(), ...asNotices(found)] };
}

interface Reading {
  readonly input: InputFile;
  readonly problems: ProblemList;
  readonly notices: ProblemList;
}

function recogniseTree(tree: LocatedNode, { input: { isNamed, text }, problems, notices }: Reading): readonly RecognisedDocument[] {
  const recognition = recognise(tree);
  reportRecognition({ ...recognition, passedOver: recognition.passedOver.filter(({ because }) => because === "unused") }, problems);
  const unknown = recognition.documents.filter(({ kind }) => kind === "unknown");
  if (isNamed && unknown.length === recognition.documents.length && unknown.length > 0) {
    problems.add(tree.place, {
      message: "nothing here is known",
      expected: "Kubernetes objects, what aws iam, aws eks and aws sts print, Terraform, CloudFormation, CloudTrail or policies",
      actual: describeDocuments(unknown),
    });
  } else for (const one of unknown) notices.notice(one.node?.place ?? tree.place, `${describeDocuments([one])} is passed over: nothing here is known`);
  const known = recognition.documents.filter(({ kind }) => kind !== "unknown");
  return isLarge(text) ? known.map(wholeDocument) : known;
}

function wholeDocument(document: RecognisedDocument): RecognisedDocument {
  if (document.kind === "kubernetes-object") return { ...document, node: wholeTree(document.node), asFound: wholeTree(document.asFound) };
  return document.node === null ? document : ({ ...document, node: wholeTree(document.node) } as RecognisedDocument);
}

/** What IAM's API gives is percent-encoded, and no YAML. */
function treesIn(file: string, text: string, problems: ProblemList): readonly LocatedNode[] {
  if (/^\s*%7b/i.test(text)) return [scalarAt({ file, line: 1, column: 1 }, text.trim())];
  return parseFile({ file, text, format: formatOf(file, text), dialect: "kubernetes", intrinsics: true, size: "exported" }, problems);
}

function asNotices(problems: ProblemList): readonly DocumentNotice[] {
  try {
    problems.throwIfAny();
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return [...problems.notices(), ...error.problems.map(({ file, line, column, message }) => ({ file, line, column, message: `passed over: ${message}` }))];
  }
  return problems.notices();
}
