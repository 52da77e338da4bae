/** A small world: a cluster, its account, and workloads with roles of their own. */
import type { JsonObject } from "@irsa-sim/core";

/** A variable of a container. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

/** A container. */
export interface WrittenContainer {
  readonly name: string;
  readonly env: readonly Variable[];
}

/** What makes pods. */
export interface WrittenWorkload {
  readonly kind: "Deployment" | "StatefulSet" | "DaemonSet" | "Job" | "CronJob" | "Pod";
  readonly name: string;
  /** `null` where the pods name none. */
  readonly serviceAccount: string | null;
  readonly podAnnotations: Readonly<Record<string, string>>;
  /** Further members of the pods' spec. */
  readonly spec: JsonObject;
  readonly containers: readonly WrittenContainer[];
  readonly initContainers: readonly WrittenContainer[];
}

/** A workload, its service account and the role that it is meant to have. */
export interface Identity {
  readonly namespace: string;
  readonly workload: WrittenWorkload;
  readonly serviceAccount: { readonly name: string; readonly annotations: Readonly<Record<string, string>> };
  readonly role: { readonly name: string; readonly path: string; readonly trust: TrustPolicy };
}

/** A role's trust policy. */
export interface TrustPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** One of its statements. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal: Readonly<Record<string, string | readonly string[]>> | "*";
  readonly Action: string | readonly string[];
  /** In what a role may do. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: Conditions;
}

/** By operator, by key. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What decides whether workloads get their roles. */
export interface World {
  readonly account: string;
  readonly region: string;
  readonly version: string;
  /** Without scheme. */
  readonly issuer: string;
  /** Of the provider that is registered, without scheme. */
  readonly providerUrl: string;
  readonly clientIds: readonly string[];
  readonly identities: readonly Identity[];
}

export const ROLE_ARN = "eks.amazonaws.com/role-arn";
export const AUDIENCE = "sts.amazonaws.com";

/** The ARN of an identity's role. */
export function roleArnOf({ account }: Pick<World, "account">, { role: { path, name } }: Identity): string {
  return `arn:aws:iam::${account}:role${path}${name}`;
}

/** The token's subject. */
export function subjectOf({ namespace, serviceAccount: { name } }: Pick<Identity, "namespace" | "serviceAccount">): string {
  return `system:serviceaccount:${namespace}:${name}`;
}

/** The ARN of the issuer's provider in the account. */
export function providerArnOf({ account, issuer }: Pick<World, "account" | "issuer">): string {
  return `arn:aws:iam::${account}:oidc-provider/${issuer}`;
}

/** A statement as the documentation shows it. */
export function statementFor(world: Pick<World, "account" | "issuer">, subject: string): Statement {
  return {
    Effect: "Allow",
    Principal: { Federated: providerArnOf(world) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${world.issuer}:aud`]: AUDIENCE, [`${world.issuer}:sub`]: subject } },
  };
}

const PLACE = { account: "444455556666", region: "us-west-2", issuer: "oidc.eks.us-west-2.amazonaws.com/id/5E5D7BAA84911ACC36EE4D978F209DD7" };

/** An identity of a world in which all is as it should be. */
export function identityOf(
  { namespace, name, path = "/" }: { readonly namespace: string; readonly name: string; readonly path?: string },
  world: Pick<World, "account" | "issuer"> = PLACE,
): Identity {
  const serviceAccount = `${name}-sa`;
  return {
    namespace,
    workload: {
      kind: "Deployment",
      name,
      serviceAccount,
      podAnnotations: {},
      spec: {},
      containers: [{ name: "app", env: [] }],
      initContainers: [],
    },
    serviceAccount: { name: serviceAccount, annotations: { [ROLE_ARN]: `arn:aws:iam::${world.account}:role${path}${name}` } },
    role: { name, path, trust: { Version: "2012-10-17", Statement: [statementFor(world, `system:serviceaccount:${namespace}:${serviceAccount}`)] } },
  };
}

/** In which all is as it should be, with one workload. */
export const WORKING: World = {
  ...PLACE,
  version: "1.33",
  providerUrl: PLACE.issuer,
  clientIds: [AUDIENCE],
  identities: [identityOf({ namespace: "billing", name: "payments" })],
};

/** The world with one identity changed. */
export function withIdentity(world: World, index: number, change: (identity: Identity) => Identity): World {
  return { ...world, identities: world.identities.map((identity, at) => (at === index ? change(identity) : identity)) };
}
