import type { Handler, HttpRequest, HttpResponse } from "@irsa-sim/core";

/** A cluster as EKS describes it. */
export interface DescribedCluster {
  readonly name: string;
  readonly arn: string;
  /** In seconds since the epoch. */
  readonly createdAt: number;
  /** `1.33`. */
  readonly version: string;
  /** Where its API server is. */
  readonly endpoint: string;
  /** PEM. */
  readonly roots: string;
  readonly issuer: string;
}

/**
 * EKS as far as it tells of the world's cluster: whoever may ask is told which issuer it has, and all else stays the empty answer of a service whose work is not simulated.
 * Differs from EKS, perhaps: of a cluster only what leads to its issuer and its API server is told, and the text for an unknown one is not recorded.
 *
 * @param service decides whether the caller may
 */
export function answerClusters(service: Handler, describe: () => DescribedCluster): Handler {
  return async (request, span) => {
    const response = await service(request, span);
    return response.status === 200 ? (answerFor(request, response, describe) ?? response) : response;
  };
}

function answerFor({ method, url }: HttpRequest, response: HttpResponse, describe: () => DescribedCluster): HttpResponse | null {
  const [, collection, name] = /^\/(clusters)(?:\/([^/]+))?$/.exec(new URL(url).pathname) ?? [];
  if (method !== "GET" || collection === undefined) return null;
  const cluster = describe();
  if (name === undefined) return { ...response, body: JSON.stringify({ clusters: [cluster.name] }) };
  if (decodeURIComponent(name) === cluster.name) return { ...response, body: JSON.stringify({ cluster: toWire(cluster) }) };
  const headers = { ...response.headers, "x-amzn-errortype": "ResourceNotFoundException" };
  return { status: 404, headers, body: JSON.stringify({ message: `No cluster found for name: ${name}.` }) };
}

function toWire({ name, arn, createdAt, version, endpoint, roots, issuer }: DescribedCluster): object {
  return {
    ...{ name, arn, createdAt, version, endpoint },
    identity: { oidc: { issuer } },
    status: "ACTIVE",
    certificateAuthority: { data: btoa(roots) },
    platformVersion: "eks.1",
    tags: {},
  };
}
