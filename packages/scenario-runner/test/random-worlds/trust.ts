/** What can be wrong in a trust policy and in the provider. */
import { edit, ISSUER, type MutationKind, OTHER_ISSUER, SUBJECT, segment } from "./mutation.js";

const TRUST = "role/my-pod-role/trust-policy";
const CONDITION = "/Statement/0/Condition";
const EQUALS = `${CONDITION}/StringEquals`;
const SUB = `${EQUALS}/${segment(`${ISSUER}:sub`)}`;
const AUD = `${EQUALS}/${segment(`${ISSUER}:aud`)}`;
const arn = (account: string, url: string): string => `arn:aws:iam::${account}:oidc-provider/${url}`;

const SUBJECTS = [
  "system:serviceaccount:prod:my-service-account",
  "system:serviceaccount:default:other",
  "system:serviceaccount:default:*",
  "system:serviceaccount:kube-system:*",
  `${SUBJECT} `,
  "sts.amazonaws.com",
  "my-service-account",
  ["system:serviceaccount:a:b", "system:serviceaccount:c:d"],
  ["system:serviceaccount:default:my-service-accoun?", "system:serviceaccount:c:d"],
];

const KEYS = [
  `https://${ISSUER}:sub`,
  `${ISSUER}/:sub`,
  ISSUER,
  "sub",
  `${OTHER_ISSUER}:sub`,
  `${ISSUER}:email`,
  `${ISSUER}:namespace`,
  arn("111122223333", `${ISSUER}:sub`),
  "sts:ExternalId",
  "aws:PrincipalOrgID",
  "aws:SourceVpc",
  "sts:RoleSessionName",
];

const STATEMENT = { Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity" };

export const TRUST_MUTATIONS: readonly MutationKind[] = [
  (pick) => {
    const value = pick(SUBJECTS);
    return { name: `sub is ${JSON.stringify(value)}`, edits: [edit(TRUST, SUB, value)] };
  },
  (pick) => {
    const key = pick(KEYS);
    return { name: `the key of sub is ${key}`, edits: [edit(TRUST, SUB, null), edit(TRUST, `${EQUALS}/${segment(key)}`, SUBJECT)] };
  },
  (pick) => {
    const [key, value] = pick([
      ["sts:ExternalId", "x"],
      [`${OTHER_ISSUER}:sub`, SUBJECT],
      [`${ISSUER}:amr`, "x"],
      ["aws:RequestedRegion", "us-east-1"],
    ] as const);
    return { name: `one more condition, on ${key}`, edits: [edit(TRUST, `${EQUALS}/${segment(key)}`, value)] };
  },
  (pick) => {
    const operator = pick(["StringLike", "StringNotEquals", "StringEqualsIfExists", "ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ArnLike"]);
    const value = pick([SUBJECT, "system:serviceaccount:prod:x", "system:serviceaccount:default:*"]);
    return { name: `sub by ${operator} ${value}`, edits: [edit(TRUST, SUB, null), edit(TRUST, `${CONDITION}/${operator}/${segment(`${ISSUER}:sub`)}`, value)] };
  },
  (pick) => {
    const value = pick(["sts.eu-west-1.amazonaws.com", "sts.amazonaws.com.cn", ["a", "b"], SUBJECT]);
    return { name: `aud is ${JSON.stringify(value)}`, edits: [edit(TRUST, AUD, value)] };
  },
  (pick) => {
    const action = pick(["sts:AssumeRole", "sts:TagSession", ["sts:AssumeRole", "sts:TagSession"], "sts:*"]);
    return { name: `the action is ${JSON.stringify(action)}`, edits: [edit(TRUST, "/Statement/0/Action", action)] };
  },
  (pick) => {
    const principal = pick([
      { Service: "pods.eks.amazonaws.com" },
      { AWS: "arn:aws:iam::111122223333:root" },
      { Federated: arn("444455556666", ISSUER) },
      { Federated: arn("111122223333", OTHER_ISSUER) },
      { Federated: arn("111122223333", ISSUER.toLowerCase()) },
      { Federated: "cognito-identity.amazonaws.com" },
    ]);
    return { name: `the principal is ${JSON.stringify(principal)}`, edits: [edit(TRUST, "/Statement/0/Principal", principal)] };
  },
  (pick) => {
    const effect = pick(["another", "the only"]);
    const deny = { ...STATEMENT, Effect: "Deny", Principal: { Federated: arn("111122223333", ISSUER) } };
    return {
      name: `a Deny, ${effect} statement`,
      edits: [effect === "another" ? edit(TRUST, "/Statement/-", deny) : edit(TRUST, "/Statement/0/Effect", "Deny")],
    };
  },
  (pick) => {
    const clientIds = pick([["sts.eu-west-1.amazonaws.com"], [], ["a", "b"]]);
    return { name: `the provider's client ids are ${clientIds.join(", ")}`, edits: [edit("aws", "/oidcProviders/0/clientIds", clientIds)] };
  },
  (pick) => {
    const thumbprints = pick([["0000000000000000000000000000000000000000"], null]);
    return {
      name: "the provider's thumbprints",
      edits: [edit("aws", "/oidcProviders/0/thumbprints", thumbprints ?? ["1111111111111111111111111111111111111111"])],
    };
  },
  (pick) => {
    const url = pick([`https://${OTHER_ISSUER}`, null]);
    return { name: `the provider is ${url}`, edits: [url === null ? edit("aws", "/oidcProviders", []) : edit("aws", "/oidcProviders/0/url", url)] };
  },
];
