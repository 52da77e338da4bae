import { awsHosts, type WorldDescription } from "@irsa-sim/simulation";

/** Services with a port of their own: there the port tells which host a request means, since the client was given `http://127.0.0.1:PORT` in its place. */
export const SERVICES = ["sts", "s3", "iam", "eks", "imds", "issuer", "webhook", "kubernetes"] as const;
export type Service = (typeof SERVICES)[number];

/** All ports: `http` and `https` are for real host names, such as those that `/etc/hosts` leads here. */
export const ENDPOINTS = ["https", "http", ...SERVICES] as const;
export type EndpointName = (typeof ENDPOINTS)[number];

/** Who is reached at a port, and how. */
export interface Endpoint {
  /** `http://127.0.0.1:PORT` or `https://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
}

/** Which ports speak TLS. Clients take plain HTTP from an endpoint variable, and no certificate of ours. */
export const HAS_TLS: Readonly<Record<EndpointName, boolean>> = {
  https: true,
  http: false,
  sts: false,
  s3: false,
  iam: false,
  eks: false,
  imds: false,
  issuer: true,
  webhook: true,
  kubernetes: true,
};

/** Where each service is in the world. */
export function originsOf({ cluster }: Pick<WorldDescription, "cluster">): Readonly<Record<Service, string>> {
  const { iam, sts, s3, eks } = awsHosts(cluster.region);
  return {
    sts: `https://${sts}`,
    s3: `https://${s3}`,
    iam: `https://${iam.host}`,
    eks: `https://${eks}`,
    imds: "http://169.254.169.254",
    issuer: new URL(cluster.issuer.url).origin,
    webhook: "https://pod-identity-webhook.default.svc",
    kubernetes: "https://kubernetes.default.svc",
  };
}
