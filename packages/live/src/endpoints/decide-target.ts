import { dnsSuffixOf, type HostDirectory, type HttpRequest } from "@irsa-sim/core";
import type { Service } from "./endpoints.js";

/** What the decision is made from. */
export interface TargetInput {
  readonly request: HttpRequest;
  readonly hosts: Pick<HostDirectory, "resolve">;
  /** Whose port the request came to; `null` for a port that is no one service's. */
  readonly service: Service | null;
  readonly origins: Readonly<Record<Service, string>>;
}

/** `a-bucket.localhost:PORT`, where some SDKs look a bucket up that is at `localhost:PORT`. */
const BUCKET_AT_LOCALHOST = /^(.+)\.localhost$/;

/**
 * The URL in the world that a request means: of the host it names, where that is one of the world's; else of the service whose port it came to,
 * in the region that it was signed for. The path stays as it was sent.
 *
 * @returns `null` for a host that nobody answers for
 */
export function decideTarget({ request, hosts, service, origins }: TargetInput): string | null {
  const { hostname } = new URL(request.url);
  const path = /^[a-z]+:\/\/[^/?#]*(.*)$/is.exec(request.url)?.[1] ?? "/";
  const named = hosts.resolve(hostname);
  if (named !== null) return `${named.certificate === undefined ? "http" : "https"}://${hostname}${path}`;
  if (service === null) return null;
  const bucket = service === "s3" ? BUCKET_AT_LOCALHOST.exec(hostname)?.[1] : undefined;
  const origin = originSignedFor(request, hosts) ?? origins[service];
  return `${bucket === undefined ? origin : origin.replace("://", `://${bucket}.`)}${path}`;
}

const SCOPE = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/;

/** The host that the SDK would have called, which is told by the scope of its signature: `sts` in `us-east-1` is another host than in `eu-west-1`. */
function originSignedFor(request: HttpRequest, hosts: TargetInput["hosts"]): string | null {
  const scope = scopeOf(request);
  if (scope === null) return null;
  const host = `${scope.service}.${scope.region}.${dnsSuffixOf(scope.region)}`;
  return hosts.resolve(host) === null ? null : `https://${host}`;
}

/** What a signature is for, in the header or the URL; `null` without one. */
export function scopeOf({ url, headers }: HttpRequest): { readonly region: string; readonly service: string } | null {
  const inQuery = new URL(url).searchParams.get("X-Amz-Credential");
  const [, region, service] = SCOPE.exec(headers.authorization ?? `Credential=${inQuery ?? ""}`) ?? [];
  return region === undefined || service === undefined ? null : { region, service };
}
