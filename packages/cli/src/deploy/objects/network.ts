import type { JsonObject } from "@irsa-sim/core";
import { type DeploymentInput, labelsOf, NAME, PORTS, SELECTOR } from "../deployment-input.js";

/** Where clients look that were told nothing but a name. */
const USUAL_PORTS: Readonly<Record<string, number>> = { https: 443, http: 80 };

/** Where the cluster finds each service: by name at the usual ports, and each at its own. */
export function service(input: DeploymentInput): JsonObject {
  const ports = Object.entries(PORTS).map(([name, port]) => ({ name, port: USUAL_PORTS[name] ?? port, targetPort: name }));
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: NAME, namespace: input.namespace, labels: labelsOf(input) },
    spec: { selector: SELECTOR, ports },
  };
}

/** Ports of API servers, in front of a Service and behind it. */
const API_SERVER_PORTS = [443, 6443];

/** Nobody reaches another port, and the pods reach nobody but API servers. */
export function networkPolicy(input: DeploymentInput): JsonObject {
  const ports = (numbers: readonly number[]) => numbers.map((port) => ({ protocol: "TCP", port }));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: NAME, namespace: input.namespace, labels: labelsOf(input) },
    spec: {
      podSelector: { matchLabels: SELECTOR },
      policyTypes: ["Ingress", "Egress"],
      ingress: [{ ports: ports(Object.values(PORTS)) }],
      egress: [{ ports: ports(API_SERVER_PORTS) }],
    },
  };
}
