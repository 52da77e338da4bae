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
  /** Who is asking, as a certificate with its key, both PEM; `null` without one. */
  readonly clientCertificate: { readonly certificate: string; readonly privateKey: string } | null;
  /** The `Authorization` header, read anew where it stands in a file that is replaced; `null` without one. */
  authorization(): string | null;
}
