import type { JsonObject } from "@irsa-sim/core";
import { type DeploymentInput, labelsOf, NAME } from "../deployment-input.js";

const RBAC = "rbac.authorization.k8s.io";

/** What the API server may be asked: service accounts, for the webhook, and where the issuer's keys are, for STS. Nothing is changed. */
const RULES = [
  { apiGroups: [""], resources: ["serviceaccounts"], verbs: ["get", "list", "watch"] },
  { nonResourceURLs: ["/.well-known/openid-configuration", "/openid/v1/jwks"], verbs: ["get"] },
];

/** Who it runs as, and what that may do. */
export function access(input: DeploymentInput): readonly JsonObject[] {
  const labels = labelsOf(input);
  const { namespace } = input;
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: NAME, namespace, labels } },
    { apiVersion: `${RBAC}/v1`, kind: "ClusterRole", metadata: { name: NAME, labels }, rules: RULES },
    {
      apiVersion: `${RBAC}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name: NAME, labels },
      roleRef: { apiGroup: RBAC, kind: "ClusterRole", name: NAME },
      subjects: [{ kind: "ServiceAccount", name: NAME, namespace }],
    },
  ];
}
