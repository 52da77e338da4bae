import type { HttpRequest, HttpResponse, Span } from "@irsa-sim/core";
import type { User } from "../access/user.js";
import { REFUSALS } from "../kubernetes-status.js";

/** The issuer's documents as the API server serves them beside the issuer's own host. */
export type IssuerDocuments = (document: "discovery" | "keys", request: HttpRequest, span: Span) => Promise<HttpResponse>;

const PATHS = new Map([
  ["/.well-known/openid-configuration", "discovery"],
  ["/openid/v1/jwks", "keys"],
] as const);

/** Whom the ClusterRole `system:service-account-issuer-discovery` is bound to at first. */
const READERS = ["system:masters", "system:serviceaccounts"];

/**
 * GET of the issuer's documents at the API server.
 *
 * @returns `null` for any other path, and where no documents are served
 * @throws {KubernetesStatus} 403 for who is neither an administrator nor a service account
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery
 */
export async function answerIssuerDocuments(
  { user, request, span }: { readonly user: User; readonly request: HttpRequest; readonly span: Span },
  path: string,
  documents: IssuerDocuments | undefined,
): Promise<HttpResponse | null> {
  const document = [...PATHS].find(([known]) => known === path)?.[1];
  if (document === undefined || documents === undefined || request.method !== "GET") return null;
  if (!user.groups.some((group) => READERS.includes(group))) throw REFUSALS.pathForbidden(user.name, "get", path);
  return documents(document, request, span);
}
