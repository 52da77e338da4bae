import type { HttpRequest, HttpResponse } from "@irsa-sim/core";
import type { User } from "../access/user.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import { readRanges } from "../routes/media-ranges.js";
import { AGGREGATED, describeAll, describePath } from "./describe-api.js";
import { serverVersion } from "./server-version.js";

/** Whoever asks is told the version. */
const PUBLIC_PATHS = ["/version", "/version/"];

/**
 * GET of what the API server says of itself: its version, its groups and their resources, its schemas.
 *
 * @returns `null` for a path of anything else
 * @throws {KubernetesStatus} 403 for who is anonymous and asks for more than the version
 */
export async function answerDiscovery(
  request: HttpRequest,
  path: string,
  { user, minorVersion }: { readonly user: User; readonly minorVersion: number },
): Promise<HttpResponse | null> {
  if (request.method !== "GET") return null;
  const version = serverVersion(minorVersion);
  if (PUBLIC_PATHS.includes(path)) return json(200, version);
  const document = await findDocument(request, path, version.gitVersion);
  if (document === null) return null;
  if (!user.groups.includes("system:authenticated") && !user.groups.includes("system:masters")) throw REFUSALS.pathForbidden(user.name, "get", path);
  return document;
}

async function findDocument(request: HttpRequest, path: string, version: string): Promise<HttpResponse | null> {
  if (path.startsWith("/openapi/v3")) {
    const { describeOpenApi } = await import("./openapi.js");
    const document = describeOpenApi(path, version);
    return document === null ? null : json(200, document);
  }
  if ((path === "/api" || path === "/apis") && wantsAggregated(request)) {
    const response = json(200, describeAll(path));
    return { ...response, headers: { ...response.headers, "content-type": AGGREGATED } };
  }
  const document = describePath(path, new URL(request.url).host);
  return document === null ? null : json(200, document);
}

function wantsAggregated({ headers }: HttpRequest): boolean {
  const [first] = readRanges(headers.accept ?? "").filter(({ form }) => form === null || form === "apidiscovery.k8s.io/v2/APIGroupDiscoveryList");
  return first !== undefined && first.form !== null;
}
