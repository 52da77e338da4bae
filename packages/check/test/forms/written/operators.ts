/** IAM by objects of a cluster. */
import { type Form, yaml } from "../form.js";
import { describedCluster } from "./aws-cli.js";
import { manifests } from "./manifests.js";

export const OPERATORS: readonly Form[] = [
  {
    name: "Crossplane",
    write: (world) => [
      manifests(world),
      describedCluster(world),
      yaml("iam.yaml", [
        ...world.identities.map(({ role: { name, path, trust } }) => ({
          apiVersion: "iam.aws.upbound.io/v1beta1",
          kind: "Role",
          metadata: { name: `${name}-role`, annotations: { "crossplane.io/external-name": name } },
          spec: { forProvider: { path, assumeRolePolicy: JSON.stringify(trust) }, providerConfigRef: { name: "default" } },
        })),
        {
          apiVersion: "iam.aws.upbound.io/v1beta1",
          kind: "OpenIDConnectProvider",
          metadata: { name: "cluster" },
          spec: { forProvider: { url: `https://${world.providerUrl}`, clientIdList: world.clientIds, thumbprintList: [] } },
        },
      ]),
    ],
  },
  {
    name: "AWS Controllers for Kubernetes",
    write: (world) => [
      manifests(world),
      describedCluster(world),
      yaml("iam.yaml", [
        ...world.identities.map(({ role: { name, path, trust } }) => ({
          apiVersion: "iam.services.k8s.aws/v1alpha1",
          kind: "Role",
          metadata: { name },
          spec: { name, path, assumeRolePolicyDocument: JSON.stringify(trust, null, 2) },
        })),
        {
          apiVersion: "iam.services.k8s.aws/v1alpha1",
          kind: "OpenIDConnectProvider",
          metadata: { name: "cluster" },
          spec: { url: `https://${world.providerUrl}`, clientIDs: world.clientIds },
        },
      ]),
    ],
  },
];
