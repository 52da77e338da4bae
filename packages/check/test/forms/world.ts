/** A small world, and what may be wrong with it. */

/** What decides whether a workload gets its role. */
export interface World {
  readonly account: string;
  readonly region: string;
  /** Without scheme. */
  readonly issuer: string;
  readonly role: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** In the service account's annotation. */
  readonly annotation: string;
  /** What the trust policy asks. */
  readonly sub: string;
  readonly aud: string;
  readonly subOperator: string;
  readonly action: string;
  /** Without scheme, in the trust policy. */
  readonly trustedIssuer: string;
  readonly clientIds: readonly string[];
}

const ISSUER = "oidc.eks.us-west-2.amazonaws.com/id/5E5D7BAA84911ACC36EE4D978F209DD7";

/** In which all is as it should be. */
export const WORKING: World = {
  account: "444455556666",
  region: "us-west-2",
  issuer: ISSUER,
  role: "payments",
  namespace: "billing",
  serviceAccount: "payments-sa",
  annotation: "arn:aws:iam::444455556666:role/payments",
  sub: "system:serviceaccount:billing:payments-sa",
  aud: "sts.amazonaws.com",
  subOperator: "StringEquals",
  action: "sts:AssumeRoleWithWebIdentity",
  trustedIssuer: ISSUER,
  clientIds: ["sts.amazonaws.com"],
};

/** One thing that is wrong, and what it comes to; `null` for what does no harm. */
export interface Mutation {
  readonly name: string;
  readonly world: World;
  readonly cause: string | null;
}

/** Each thing alone. */
export const MUTATIONS: readonly Mutation[] = [
  { name: "nothing", world: WORKING, cause: null },
  { name: "another namespace in sub", world: { ...WORKING, sub: "system:serviceaccount:prod:payments-sa" }, cause: "trust-sub-mismatch" },
  { name: "another service account in sub", world: { ...WORKING, sub: "system:serviceaccount:billing:payment-sa" }, cause: "trust-sub-mismatch" },
  { name: "a wildcard in StringEquals", world: { ...WORKING, sub: "system:serviceaccount:billing:*" }, cause: "stringequals-wildcard" },
  { name: "a wildcard in StringLike", world: { ...WORKING, subOperator: "StringLike", sub: "system:serviceaccount:billing:*" }, cause: null },
  { name: "another audience in the trust policy", world: { ...WORKING, aud: "https://sts.amazonaws.com" }, cause: "trust-aud-mismatch" },
  { name: "another audience of the provider", world: { ...WORKING, clientIds: ["sts.amazonaws.com.cn"] }, cause: "provider-audience-mismatch" },
  { name: "another action", world: { ...WORKING, action: "sts:AssumeRole" }, cause: "trust-wrong-action-or-principal" },
];

/** The trust policy. */
export function trustPolicyOf({ account, trustedIssuer, subOperator, sub, aud, action }: World) {
  const conditions =
    subOperator === "StringEquals"
      ? { StringEquals: { [`${trustedIssuer}:aud`]: aud, [`${trustedIssuer}:sub`]: sub } }
      : { StringEquals: { [`${trustedIssuer}:aud`]: aud }, [subOperator]: { [`${trustedIssuer}:sub`]: sub } };
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${trustedIssuer}` }, Action: action, Condition: conditions }],
  };
}
