import { type Actor, bodyText, type HttpRequest } from "@irsa-sim/core";
import { nameS3Operation, OBJECT_KINDS } from "@irsa-sim/simulation";

/**
 * What a request asks for, in the words of the service that it is sent to.
 *
 * @param to who will answer
 * @example nameRequest(request, "sts") // => "AssumeRoleWithWebIdentity"
 */
export function nameRequest(request: HttpRequest, to: Actor): string {
  const plain = `${request.method} ${new URL(request.url).pathname}`;
  switch (to) {
    case "sts":
    case "iam":
      return actionOf(request) ?? plain;
    case "s3":
      return nameS3Operation(request) ?? plain;
    case "aws":
      return request.headers["x-amz-target"]?.split(".").at(-1) ?? actionOf(request) ?? nameClusterRequest(plain) ?? plain;
    case "oidc-issuer":
      return plain.endsWith("/.well-known/openid-configuration") ? "Discovery document" : "JWKS";
    case "node":
      return nameMetadata(request, plain);
    case "pod-identity-agent":
      return plain === "GET /v1/credentials" ? "GetContainerCredentials" : plain;
    case "webhook":
      return request.method === "POST" ? "AdmissionReview" : plain;
    case "api-server":
      return nameKubernetesRequest(request) ?? plain;
    default:
      return plain;
  }
}

/** Of a query API: in the form, or in the query of the URL. */
function actionOf(request: HttpRequest): string | null {
  const inForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ? new URLSearchParams(bodyText(request)).get("Action") : null;
  return inForm ?? new URL(request.url).searchParams.get("Action");
}

/** Of EKS, as far as it is answered. */
function nameClusterRequest(plain: string): string | null {
  if (plain === "GET /clusters") return "ListClusters";
  return /^GET \/clusters\/[^/]+$/.test(plain) ? "DescribeCluster" : null;
}

function nameMetadata({ method, url }: HttpRequest, plain: string): string {
  const { pathname } = new URL(url);
  if (pathname === "/latest/api/token" && method === "PUT") return "GetMetadataToken";
  const [, role] = /^\/latest\/meta-data\/iam\/security-credentials\/(.*)$/.exec(pathname) ?? [];
  if (role === undefined) return plain;
  return role === "" ? "GetNodeRoleName" : "GetNodeCredentials";
}

const KINDS = [...OBJECT_KINDS, "Pod", "ServiceAccount", "Node", "Event"];
const VERBS: Readonly<Record<string, string>> = { POST: "Create", PUT: "Replace", PATCH: "Patch", DELETE: "Delete" };
const RESOURCE = /^\/(?:api|apis\/[^/]+)\/[^/]+(?:\/namespaces\/[^/]+(?=\/[a-z]))?\/([a-z]+)(?:\/([^/]+)(?:\/([a-z]+))?)?$/;

function nameKubernetesRequest({ method, url }: HttpRequest): string | null {
  const { pathname, searchParams } = new URL(url);
  const [, resource, name, subresource] = RESOURCE.exec(pathname) ?? [];
  if (resource === undefined) return null;
  if (subresource === "token") return "TokenRequest";
  const kind = KINDS.find((one) => `${one.toLowerCase()}s` === resource);
  const reads = searchParams.get("watch") === "true" ? "Watch" : name === undefined ? "List" : "Get";
  const verb = VERBS[method] ?? reads;
  return `${verb}${kind === undefined ? ` ${resource}` : `${kind}${name === undefined && verb !== "Create" ? "s" : ""}`}`;
}
