import { DocumentsError } from "@irsa-sim/documents";

/** Files that cannot be checked, with every fault that was found in them. */
export class CheckError extends DocumentsError {
  override readonly code = "ERR_CHECK_INVALID";
}
