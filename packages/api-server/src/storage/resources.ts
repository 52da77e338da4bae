/** The resources that the simulated API server serves. */
export interface Resource {
  readonly kind: string;
  readonly apiVersion: string;
  /** Plural, as in paths. */
  readonly plural: string;
  readonly namespaced: boolean;
}

export const RESOURCES: readonly Resource[] = [
  { kind: "Namespace", apiVersion: "v1", plural: "namespaces", namespaced: false },
  { kind: "Node", apiVersion: "v1", plural: "nodes", namespaced: false },
  { kind: "ServiceAccount", apiVersion: "v1", plural: "serviceaccounts", namespaced: true },
  { kind: "Pod", apiVersion: "v1", plural: "pods", namespaced: true },
  { kind: "MutatingWebhookConfiguration", apiVersion: "admissionregistration.k8s.io/v1", plural: "mutatingwebhookconfigurations", namespaced: false },
];

/** The resource of a kind. */
export function resourceOf(kind: string): Resource {
  const resource = RESOURCES.find((candidate) => candidate.kind === kind);
  if (resource === undefined) throw new Error(`no resource of kind ${kind} is served`);
  return resource;
}
