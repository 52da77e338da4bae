import {
  createProblemList,
  type DocumentNotice,
  describeDocuments,
  isEncodedDocument,
  isLarge,
  type LocatedNode,
  type Place,
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
import { type ToldForm, tellBroken, tellForm } from "./tell-form.js";
import { tellUnknown } from "./tell-unknown.js";

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
  const told = tellUnknown(tree);
  if (told !== null) {
    const message = `not read: this is ${told.is}`;
    if (isNamed) problems.add(tree.place, { message, expected: told.instead });
    else notices.notice(tree.place, `${message}; instead: ${told.instead}`);
    return [];
  }
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

function refuse(
  { is, instead }: ToldForm,
  { start, text, problems }: { readonly start: Place; readonly text: string; readonly problems: ProblemList },
): readonly LocatedNode[] {
  problems.addFile(start.file, text);
  problems.add(start, { message: `not read: this is ${is}`, expected: instead });
  return [];
}

/** What IAM's API gives is percent-encoded, and what Secrets and other objects hold is in base64; neither is YAML. */
function treesIn(file: string, text: string, problems: ProblemList): readonly LocatedNode[] {
  const start = { file, line: 1, column: 1 };
  const encoded = scalarAt(start, text.trim());
  if (isEncodedDocument(encoded)) return [encoded];
  const form = tellForm(text);
  if (form !== null) return refuse(form, { start, text, problems });
  const own = createProblemList((found, count) => new CheckError(found, count));
  const trees = parseFile({ file, text, format: formatOf(file, text), dialect: "kubernetes", intrinsics: true, size: "exported" }, own);
  const broken = own.isEmpty() ? null : tellBroken(text);
  if (broken !== null) return refuse(broken, { start, text, problems });
  return own.isEmpty() ? trees : parseFile({ file, text, format: formatOf(file, text), dialect: "kubernetes", intrinsics: true, size: "exported" }, problems);
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
