import { DocumentsError } from "@irsa-sim/documents";

/** A text that was to be applied and cannot be read, with every fault that was found in it. */
export class DocumentError extends DocumentsError {
  override readonly code = "ERR_LIBRARY_DOCUMENT";
}
