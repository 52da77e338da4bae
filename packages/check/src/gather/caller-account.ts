import { type RecognisedDocument, textOf } from "@irsa-sim/documents";

/** The account of `aws sts get-caller-identity`. */
export function callerAccount(documents: readonly RecognisedDocument[]): string | null {
  return documents.flatMap((document) => (document.kind === "caller-identity" ? (textOf(document.node) ?? []) : []))[0] ?? null;
}
