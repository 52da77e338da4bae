/** Whom requests are made as, in the place of who sends them: `as` and its companions, as `kubectl --as` does it. */
export interface Impersonation {
  readonly user: string;
  /** `null` where none is named. */
  readonly uid: string | null;
  readonly groups: readonly string[];
  /** By key; each with any number of values. */
  readonly extra: Readonly<Record<string, readonly string[]>>;
}

/** A program that makes credentials: the `exec` of a kubeconfig, such as `aws eks get-token`. */
export interface CredentialProgram {
  readonly apiVersion: "client.authentication.k8s.io/v1" | "client.authentication.k8s.io/v1beta1";
  /** A path, or a name that is looked up in PATH. */
  readonly command: string;
  readonly args: readonly string[];
  /** Beside those of this process. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the kubeconfig says of how the program is had; `null` where it says nothing. */
  readonly installHint: string | null;
  /** Of the cluster, where the program is to be told of it. */
  readonly clusterInfo: object | null;
}

/** A certificate with its key, both PEM. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** How a real API server is reached, and as whom. */
export interface Connection {
  /** As messages name it: `context kind-demo of /home/me/.kube/config`. */
  readonly source: string;
  /** `https://172.18.0.2:6443`, perhaps with a path, without a slash at the end. */
  readonly server: string;
  /** The context's own; `default` where it names none. */
  readonly namespace: string;
  /** PEM of the roots that count; those of the machine when `null`. */
  readonly roots: string | null;
  /** Whether the server's certificate is taken as it is: `insecure-skip-tls-verify`. */
  readonly skipsVerification: boolean;
  /** The name that the certificate must have; the server's host when `null`. */
  readonly serverName: string | null;
  /** The proxy that connections are asked of, `http:` or `https:`, perhaps with a name and a password; `null` without one. */
  readonly proxy: URL | null;
  /** Who is asking, as a certificate; `null` without one. */
  readonly clientCertificate: ClientCertificate | null;
  /** What makes credentials where none stand in the kubeconfig; `null` without one. */
  readonly credentialProgram: CredentialProgram | null;
  /** In whose place; `null` for nobody else's. */
  readonly impersonation: Impersonation | null;
  /** The `Authorization` header, read anew where it stands in a file that is replaced; `null` without one. */
  authorization(): string | null;
}
