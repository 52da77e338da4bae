/** What can be wrong in service accounts and workloads. */
import type { JsonObject } from "@irsa-sim/core";
import { type Identity, ROLE_ARN, roleArnOf, type Variable, type World } from "../forms/world.js";
import { inIdentity, type Mutation } from "./mutation.js";

/** Another annotation in the place of the role's. */
function annotation(
  name: string,
  cause: string | null,
  change: (role: string, around: { readonly identity: Identity; readonly world: World }) => Readonly<Record<string, string>>,
): Mutation {
  return inIdentity(name, cause, (identity, world) => ({
    ...identity,
    serviceAccount: { ...identity.serviceAccount, annotations: change(roleArnOf(world, identity), { identity, world }) },
  }));
}

const role = (value: string) => ({ [ROLE_ARN]: value });

export const SERVICE_ACCOUNT: readonly Mutation[] = [
  annotation("no annotation", "annotation-absent-or-misplaced", () => ({})),
  annotation("kiam's annotation", "annotation-absent-or-misplaced", (arn) => ({ "iam.amazonaws.com/role": arn })),
  annotation("a role that is not there", "role-missing", (arn) => role(`${arn}s`)),
  annotation("a path too many", "role-missing", (_, { identity, world }) => role(`arn:aws:iam::${world.account}:role/team-a/${identity.role.name}`)),
  annotation("a name in the place of an ARN", "role-arn-invalid", (_, { identity }) => role(identity.role.name)),
  annotation("a policy's ARN", "role-arn-invalid", (arn) => role(arn.replace(":role/", ":policy/"))),
  annotation("another partition", "partition-audience-endpoint", (arn) => role(arn.replace("arn:aws:", "arn:aws-cn:"))),
  annotation("two roles", "one-sa-one-role", (arn) => role(`${arn},${arn}-2`)),
  annotation("another audience for the token", "provider-audience-mismatch", (arn) => ({
    ...role(arn),
    "eks.amazonaws.com/audience": "sts.eu-west-1.amazonaws.com",
  })),
  annotation("a longer token", null, (arn) => ({ ...role(arn), "eks.amazonaws.com/token-expiration": "43200" })),
];

/** Variables of the first container. */
function variables(name: string, cause: string | null, env: readonly Variable[]): Mutation {
  return inIdentity(name, cause, (identity) => ({
    ...identity,
    workload: {
      ...identity.workload,
      containers: identity.workload.containers.map((container, index) => (index === 0 ? { ...container, env: [...container.env, ...env] } : container)),
    },
  }));
}

/** Members of the pods' spec. */
function podSpec(name: string, cause: string | null, spec: JsonObject): Mutation {
  return inIdentity(name, cause, (identity) => ({ ...identity, workload: { ...identity.workload, spec: { ...identity.workload.spec, ...spec } } }));
}

const KEY = { name: "AWS_ACCESS_KEY_ID", value: "AKIAIOSFODNN7EXAMPLE" };

export const WORKLOAD: readonly Mutation[] = [
  inIdentity("the namespace's own account", "pod-uses-other-sa", (identity) => ({ ...identity, workload: { ...identity.workload, serviceAccount: null } })),
  inIdentity("an account that is not there", "service-account-missing", (identity) => ({
    ...identity,
    workload: { ...identity.workload, serviceAccount: `${identity.serviceAccount.name}x` },
  })),
  variables("static keys", "static-keys-shadow-irsa", [KEY, { name: "AWS_SECRET_ACCESS_KEY", value: "left-over" }]),
  variables("half a pair of keys", "partial-keys", [KEY]),
  variables("a profile", "profile-not-found", [{ name: "AWS_PROFILE", value: "staging" }]),
  variables("a token file of one's own", "half-defined-env", [{ name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: "/var/run/token" }]),
  variables("a session name with blanks", "session-name-invalid", [{ name: "AWS_ROLE_SESSION_NAME", value: "my session" }]),
  variables("a region", null, [{ name: "AWS_REGION", value: "eu-central-1" }]),
  variables("variables of others", null, [{ name: "LOG_LEVEL", value: "debug" }]),
  {
    name: "a user who cannot read the token",
    cause: "nonroot-token-unreadable",
    isShared: true,
    apply: (world, index) => ({ ...podSpec("", null, { securityContext: { runAsUser: 1000 } }).apply(world, index), version: "1.18" }),
  },
  podSpec("a user who can", null, { securityContext: { runAsUser: 1000, fsGroup: 2000 } }),
];
