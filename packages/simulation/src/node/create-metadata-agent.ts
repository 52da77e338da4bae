import type { Handler } from "@irsa-sim/core";

/**
 * Which pod a request for metadata comes from.
 * Differs from the agent, which knows the pod by the packet's address: messages here have no packets, so the pod's network says it in a header.
 */
export const SOURCE_POD_HEADER = "x-irsa-sim-source-pod";

/** The annotation with which a pod asks for a role; later ones of kiam's own are left out. */
const ROLE_ANNOTATION = "iam.amazonaws.com/role";
const SESSION_NAME = "kiam-kiam";
const CREDENTIALS = /^\/latest\/(api\/token|meta-data\/iam\/security-credentials(\/|$))/;

/** A pod's annotations. */
export type PodAnnotations = (namespace: string, pod: string) => Readonly<Record<string, string>>;

/** What the agent works with. */
export interface MetadataAgentOptions {
  /** The node's own metadata, for everything that is not credentials. */
  readonly node: Handler;
  readonly metadataOf: (roleName: string | null, sessionName: string, stream: string) => Handler;
  readonly roleExists: (name: string) => boolean;
  readonly annotationsOf: PodAnnotations;
}

/**
 * kiam's agent: it answers for credentials in the place of the node's metadata, with the role that the pod's annotation names.
 * Differs from kiam, whose server assumes the role, which must trust it: here the role's trust policy is not asked. A pod without the annotation gets no role.
 */
export function createMetadataAgent({ node, metadataOf, roleExists, annotationsOf }: MetadataAgentOptions): Handler {
  const byRole = new Map<string, Handler>();
  return (request, span) => {
    const source = request.headers[SOURCE_POD_HEADER];
    if (source === undefined || !CREDENTIALS.test(new URL(request.url).pathname)) return node(request, span);
    const [namespace = "", pod = ""] = source.split("/");
    const wanted = annotationsOf(namespace, pod)[ROLE_ANNOTATION] ?? "";
    const role = wanted !== "" && roleExists(wanted) ? wanted : null;
    const handler = byRole.get(role ?? "") ?? metadataOf(role, SESSION_NAME, `kiam/${role ?? ""}`);
    byRole.set(role ?? "", handler);
    span.note("metadata.intercepted", { agent: "kiam", pod: source, annotation: ROLE_ANNOTATION, role });
    return handler(request, span);
  };
}
