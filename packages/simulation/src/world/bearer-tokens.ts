/** Bearer tokens of the cluster's callers; the API server knows them as with `--token-auth-file`. */
export const DEVELOPER_TOKEN = "simulated-developer";
export const CONTROLLER_TOKEN = "simulated-controller";
/** Of a node's kubelet. */
export const kubeletToken = (nodeName: string): string => `simulated-kubelet-${nodeName}`;
export const WEBHOOK_TOKEN = "simulated-pod-identity-webhook";
