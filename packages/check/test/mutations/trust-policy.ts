/** What can be wrong in a trust policy. */
import { AUDIENCE, subjectOf } from "../forms/world.js";
import { type Condition, inIdentity, inStatements, isSubject, type Mutation, mapConditions } from "./mutation.js";

const OTHER_ISSUER = "oidc.eks.us-west-2.amazonaws.com/id/0F1E2D3C4B5A69788796A5B4C3D2E1F0";

/** In the conditions on the subject, or in those on the audience. */
function conditions(
  name: string,
  cause: string | null,
  { of, change }: { readonly of: "sub" | "aud"; readonly change: (condition: Condition) => Condition },
): Mutation {
  return inStatements(name, cause, (statement) => mapConditions(statement, (one) => (isSubject(one) === (of === "sub") ? change(one) : one)));
}

/** Another subject in the place of those that are there. */
function subject(name: string, cause: string, change: (parts: { readonly namespace: string; readonly account: string }) => string): Mutation {
  return inStatements(name, cause, (statement, { identity }) =>
    mapConditions(statement, (one) =>
      isSubject(one) ? { ...one, operator: "StringEquals", values: change({ namespace: identity.namespace, account: identity.serviceAccount.name }) } : one,
    ),
  );
}

export const TRUST_POLICY: readonly Mutation[] = [
  subject("another namespace in sub", "trust-sub-mismatch", ({ account }) => `system:serviceaccount:elsewhere:${account}`),
  subject("another service account in sub", "trust-sub-mismatch", ({ namespace, account }) => `system:serviceaccount:${namespace}:my-${account}`),
  subject("namespace and account the wrong way round", "trust-sub-mismatch", ({ namespace, account }) => `system:serviceaccount:${account}:${namespace}`),
  subject("a capital letter in sub", "trust-sub-mismatch", ({ namespace, account }) => `system:serviceaccount:${namespace}:${account.toUpperCase()}`),
  subject("a blank behind sub", "trust-sub-mismatch", ({ namespace, account }) => `system:serviceaccount:${namespace}:${account} `),
  subject("a sub without its beginning", "trust-sub-mismatch", ({ namespace, account }) => `${namespace}:${account}`),
  subject("a wildcard in StringEquals", "stringequals-wildcard", ({ namespace }) => `system:serviceaccount:${namespace}:*`),
  inStatements("a pattern that does not fit", "trust-sub-mismatch", (statement) =>
    mapConditions(statement, (one) => (isSubject(one) ? { ...one, operator: "StringLike", values: "system:serviceaccount:elsewhere:*" } : one)),
  ),
  // Another's, negated, would admit everybody else.
  inStatements("a negated operator for sub", "trust-sub-mismatch", (statement, { identity }) =>
    mapConditions(statement, (one) =>
      isSubject(one) && [one.values].flat().some((value) => value.includes(`:${identity.namespace}:`))
        ? { ...one, operator: one.operator.replace("String", "StringNot") }
        : one,
    ),
  ),
  conditions("an operator of another type for sub", "condition-operator-of-another-type", {
    of: "sub",
    change: (one) => ({ ...one, operator: one.operator.replace("String", "Arn") }),
  }),
  conditions("another audience", "trust-aud-mismatch", { of: "aud", change: (one) => ({ ...one, values: "https://sts.amazonaws.com" }) }),
  conditions("a host as audience", "trust-aud-mismatch", { of: "aud", change: (one) => ({ ...one, values: "sts.us-west-2.amazonaws.com" }) }),
  conditions("the key with a scheme", "condition-key-malformed", { of: "sub", change: (one) => ({ ...one, key: `https://${one.key}` }) }),
  inStatements("an ARN as key", "condition-key-malformed", (statement, { world }) =>
    mapConditions(statement, (one) => (isSubject(one) ? { ...one, key: `arn:aws:iam::${world.account}:oidc-provider/${one.key}` } : one)),
  ),
  conditions("the key of another cluster", "issuer-changed", { of: "sub", change: (one) => ({ ...one, key: `${OTHER_ISSUER}:sub` }) }),
  inStatements("a claim that STS does not know", "unsupported-claim", (statement, { world, identity }) => ({
    ...statement,
    Condition: {
      ...statement.Condition,
      StringEquals: { ...statement.Condition?.StringEquals, [`${world.issuer}:kubernetes.io/namespace`]: identity.namespace },
    },
  })),
  inStatements("another action", "trust-wrong-action-or-principal", (statement) => ({ ...statement, Action: "sts:AssumeRole" })),
  inStatements("SAML's action", "trust-wrong-action-or-principal", (statement) => ({ ...statement, Action: ["sts:AssumeRoleWithSAML", "sts:TagSession"] })),
  inStatements("a service as principal", "trust-wrong-action-or-principal", (statement) => ({ ...statement, Principal: { Service: "ec2.amazonaws.com" } })),
  inStatements("the provider of another account", "trust-principal-other-account", (statement, { world }) => ({
    ...statement,
    Principal: { Federated: `arn:aws:iam::999988887777:oidc-provider/${world.issuer}` },
  })),
  inStatements("the provider of another cluster", "issuer-changed", (statement, { world }) => ({
    ...statement,
    Principal: { Federated: `arn:aws:iam::${world.account}:oidc-provider/${OTHER_ISSUER}` },
  })),
  inStatements("the cluster's role as principal", "federated-principal-malformed", (statement, { world }) => ({
    ...statement,
    Principal: { Federated: `arn:aws:iam::${world.account}:role/prod-cluster` },
  })),
  inIdentity("a statement that denies", "trust-explicit-deny", (identity, world) => {
    const { trust } = identity.role;
    const deny = {
      Effect: "Deny",
      Principal: { Federated: `arn:aws:iam::${world.account}:oidc-provider/${world.issuer}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { [`${world.issuer}:sub`]: subjectOf(identity) } },
    } as const;
    return { ...identity, role: { ...identity.role, trust: { ...trust, Statement: [...trust.Statement, deny] } } };
  }),
];

/** The provider, which all identities share. */
export const PROVIDER: readonly Mutation[] = [
  { name: "another client id", cause: "provider-audience-mismatch", isShared: true, apply: (world) => ({ ...world, clientIds: ["sts.amazon.com"] }) },
  {
    name: "a host as client id",
    cause: "provider-audience-mismatch",
    isShared: true,
    apply: (world) => ({ ...world, clientIds: [`sts.${world.region}.amazonaws.com`] }),
  },
  { name: "the provider of another cluster", cause: "oidc-provider-missing", isShared: true, apply: (world) => ({ ...world, providerUrl: OTHER_ISSUER }) },
  { name: "one client id more", cause: null, apply: (world) => ({ ...world, clientIds: [AUDIENCE, "other"] }) },
];
