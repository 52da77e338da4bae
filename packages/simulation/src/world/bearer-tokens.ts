/** Bearer tokens of the cluster's callers; the API server knows them as with `--token-auth-file`. */
export const DEVELOPER_TOKEN = "simulated-developer";
export const CONTROLLER_TOKEN = "simulated-controller";
export const KUBELET_TOKEN = "simulated-kubelet";
export const WEBHOOK_TOKEN = "simulated-pod-identity-webhook";
