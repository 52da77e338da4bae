/** IAM by objects of a cluster. */
import { type Form, yaml } from "../form.js";
import type { Identity, World } from "../world.js";
import { describedCluster } from "./aws-cli.js";
import { manifests } from "./manifests.js";

/** The objects of one operator. */
interface Operator {
  readonly name: string;
  readonly role: (role: Identity["role"]) => unknown;
  readonly provider: (world: World) => unknown;
}

/** What Crossplane calls an object in AWS, where its name is another. */
const called = (name: string) => ({ name: `${name}-role`, annotations: { "crossplane.io/external-name": name } });

const crossplane = (apiVersion: string, kind: string, metadata: unknown, forProvider: unknown) => ({
  ...{ apiVersion, kind, metadata },
  spec: { forProvider, providerConfigRef: { name: "default" } },
});

const ALL: readonly Operator[] = [
  {
    name: "Crossplane, of Upbound",
    role: ({ name, path, trust }) => crossplane("iam.aws.upbound.io/v1beta1", "Role", called(name), { path, assumeRolePolicy: JSON.stringify(trust) }),
    provider: ({ providerUrl, clientIds }) =>
      crossplane(
        "iam.aws.upbound.io/v1beta1",
        "OpenIDConnectProvider",
        { name: "cluster" },
        { url: `https://${providerUrl}`, clientIdList: clientIds, thumbprintList: [] },
      ),
  },
  {
    name: "Crossplane, of the community",
    role: ({ name, path, trust }) =>
      crossplane("iam.aws.crossplane.io/v1beta1", "Role", called(name), { path, assumeRolePolicyDocument: `${JSON.stringify(trust, null, 2)}\n` }),
    provider: ({ providerUrl, clientIds }) =>
      crossplane("iam.aws.crossplane.io/v1beta1", "OpenIDConnectProvider", { name: "cluster" }, { url: `https://${providerUrl}`, clientIDList: clientIds }),
  },
  {
    name: "Crossplane, in a namespace",
    role: ({ name, path, trust }) =>
      crossplane("iam.aws.m.upbound.io/v1beta1", "Role", { ...called(name), namespace: "infra" }, { path, assumeRolePolicy: JSON.stringify(trust, null, 2) }),
    provider: ({ providerUrl, clientIds }) =>
      crossplane(
        "iam.aws.m.upbound.io/v1beta1",
        "OpenIDConnectProvider",
        { name: "cluster", namespace: "infra" },
        { url: `https://${providerUrl}`, clientIdList: clientIds },
      ),
  },
  {
    name: "AWS Controllers for Kubernetes",
    role: ({ name, path, trust }) => ({
      ...{ apiVersion: "iam.services.k8s.aws/v1alpha1", kind: "Role", metadata: { name } },
      spec: { name, path, assumeRolePolicyDocument: JSON.stringify(trust, null, 2), inlinePolicies: { read: READ } },
    }),
    provider: ({ providerUrl, clientIds }) => ({
      ...{ apiVersion: "iam.services.k8s.aws/v1alpha1", kind: "OpenIDConnectProvider", metadata: { name: "cluster" } },
      spec: { url: `https://${providerUrl}`, clientIDs: clientIds },
    }),
  },
];

const READ = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] });

export const OPERATORS: readonly Form[] = ALL.map(({ name, role, provider }) => ({
  name,
  write: (world) => [
    manifests(world),
    describedCluster(world),
    yaml("iam.yaml", [...world.identities.map((identity) => role(identity.role)), provider(world)]),
  ],
}));
