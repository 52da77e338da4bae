/** IAM by objects of a cluster. */
import { type Form, yaml } from "../form.js";
import { type FormPolicy, type FormProvider, type FormRole, type Iam, iamOf } from "../iam.js";
import { describedCluster } from "./aws-cli.js";
import { manifests } from "./manifests.js";

/** The objects of one operator. */
export interface Operator {
  readonly name: string;
  /** A role, and its policies beside it or in it. */
  readonly role: (role: FormRole) => readonly unknown[];
  readonly provider: (provider: FormProvider, index: number) => unknown;
}

interface Crossplane {
  readonly name: string;
  readonly apiVersion: string;
  /** Where the objects are; nowhere in the older versions. */
  readonly place: object;
  readonly role: (role: FormRole) => object;
  readonly policy: (policy: FormPolicy, reference: { readonly name: string }) => object;
  readonly provider: (provider: FormProvider) => object;
}

/** What a name in AWS is in Kubernetes, which knows no capitals. */
function objectName(...parts: readonly (string | number)[]): string {
  return parts
    .join("-")
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/g, "-");
}

function crossplane({ name: operator, apiVersion, place, role, policy, provider }: Crossplane): Operator {
  const object = (kind: string, metadata: object, forProvider: object) => ({
    ...{ apiVersion, kind, metadata: { ...metadata, ...place } },
    spec: { forProvider, providerConfigRef: { name: "default" } },
  });
  // What an object is called in AWS, where its name is another.
  const called = (name: string, external: string) => ({ name, annotations: { "crossplane.io/external-name": external } });
  return {
    name: operator,
    role: (one) => {
      const own = objectName(one.name, "role");
      return [
        object("Role", called(own, one.name), { path: one.path, maxSessionDuration: one.maxSessionDuration, ...role(one) }),
        ...one.policies.map((inline) => object("RolePolicy", called(objectName(one.name, inline.name), inline.name), policy(inline, { name: own }))),
      ];
    },
    provider: (one, index) => object("OpenIDConnectProvider", { name: objectName("cluster", index) }, { url: `https://${one.url}`, ...provider(one) }),
  };
}

const UPBOUND = {
  role: ({ trust }: FormRole) => ({ assumeRolePolicy: JSON.stringify(trust, null, 2) }),
  policy: ({ document }: FormPolicy, roleRef: { readonly name: string }) => ({ policy: JSON.stringify(document), roleRef }),
  provider: ({ clientIds }: FormProvider) => ({ clientIdList: clientIds, thumbprintList: [] }),
};

const ACK = "iam.services.k8s.aws/v1alpha1";

export const ALL_OPERATORS: readonly Operator[] = [
  crossplane({ name: "Crossplane, of Upbound", apiVersion: "iam.aws.upbound.io/v1beta1", place: {}, ...UPBOUND }),
  crossplane({
    ...{ name: "Crossplane, of the community", apiVersion: "iam.aws.crossplane.io/v1beta1", place: {} },
    role: ({ trust }) => ({ assumeRolePolicyDocument: `${JSON.stringify(trust, null, 2)}\n` }),
    policy: ({ document }, roleNameRef) => ({ document, roleNameRef }),
    provider: ({ clientIds }) => ({ clientIDList: clientIds }),
  }),
  crossplane({ name: "Crossplane, in a namespace", apiVersion: "iam.aws.m.upbound.io/v1beta1", place: { namespace: "infra" }, ...UPBOUND }),
  {
    name: "AWS Controllers for Kubernetes",
    role: ({ name, path, trust, maxSessionDuration, policies }) => [
      {
        ...{ apiVersion: ACK, kind: "Role", metadata: { name: objectName(name) } },
        spec: {
          ...{ name, path, maxSessionDuration, assumeRolePolicyDocument: JSON.stringify(trust, null, 2) },
          inlinePolicies: Object.fromEntries(policies.map((one) => [one.name, JSON.stringify(one.document)])),
        },
      },
    ],
    provider: ({ url, clientIds }, index) => ({
      ...{ apiVersion: ACK, kind: "OpenIDConnectProvider", metadata: { name: objectName("cluster", index) } },
      spec: { url: `https://${url}`, clientIDs: clientIds },
    }),
  },
];

/** All that is in IAM, as one operator's objects. */
export function objectsOf({ role, provider }: Operator, { roles, providers }: Iam): readonly unknown[] {
  return [...roles.flatMap(role), ...providers.map(provider)];
}

const READ: FormPolicy = {
  name: "read",
  document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] },
};

export const OPERATORS: readonly Form[] = ALL_OPERATORS.map((operator) => ({
  name: operator.name,
  write: (world) => [manifests(world), describedCluster(world), yaml("iam.yaml", objectsOf(operator, iamOf(world, [READ])))],
}));
