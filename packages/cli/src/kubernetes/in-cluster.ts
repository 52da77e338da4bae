import { UsageError } from "../usage-error.js";
import type { Connection } from "./connection.js";

/** Where Kubernetes puts what a pod needs to ask the API server. */
const FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount";

/**
 * How a pod reaches the API server of its own cluster, as its service account. The token is read anew each time, since the kubelet replaces it.
 *
 * @param readFile the text of a file, `null` when there is none
 * @throws {UsageError} outside of a cluster, and in a pod without a token
 * @see https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/
 * @example readInCluster(process.env, readFile).server // "https://10.96.0.1:443"
 */
export function readInCluster(variables: Readonly<Record<string, string | undefined>>, readFile: (path: string) => string | null): Connection {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = variables;
  if (host === undefined || port === undefined)
    throw new UsageError("this is no pod of a cluster: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set", {
      hint: "outside of a cluster, name a kubeconfig with --kubeconfig",
    });
  const token = (): string => readFile(`${FOLDER}/token`)?.trim() ?? "";
  const roots = readFile(`${FOLDER}/ca.crt`);
  if (token() === "" || roots === null)
    throw new UsageError(`${FOLDER} has no token, or no ca.crt`, { hint: "the pod needs a service account and automountServiceAccountToken: true" });
  return {
    source: "the cluster that this pod runs in",
    server: `https://${host.includes(":") ? `[${host}]` : host}:${port}`,
    namespace: readFile(`${FOLDER}/namespace`)?.trim() || "default",
    roots,
    skipsVerification: false,
    serverName: null,
    ...{ proxy: null, clientCertificate: null, credentialProgram: null, impersonation: null },
    authorization: () => `Bearer ${token()}`,
  };
}
