import { DocumentsError } from "@irsa-sim/documents";

/** A kubeconfig that cannot be used, with every fault that was found in it. */
export class KubeconfigError extends DocumentsError {
  override readonly code = "ERR_CLI_KUBECONFIG";
}
