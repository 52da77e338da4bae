import { type Cause, placeOf } from "../cause.js";
import { decisiveStatement } from "../trust/decisive-statement.js";
import { parseProviderArn } from "../trust/eks-issuer.js";
import { oneOrMore } from "../trust/federated-edits.js";

/** Neighbour of failures.md, rank 20: there the role is in the other account, here only the principal's ARN is. */
export const trustPrincipalOtherAccount: Cause = {
  id: "trust-principal-other-account",
  rank: "mistaken",
  narrows: ["trust-wrong-action-or-principal"],
  title: "The trust policy names the provider of another account",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
  why: "The provider is looked up in the account of the role, and only that one is compared with the principal.",
  prove: ["aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument", "aws sts get-caller-identity"],
  sources: ["https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"],
  explain({ check }) {
    if (check.check !== "sts.trust-policy" || check.reason !== "principal-differs") return null;
    const named = parseProviderArn(check.expected.value);
    const own = parseProviderArn(check.actual.value);
    if (named === null || own === null || named.url !== own.url || named.account === own.account) return null;
    const statement = decisiveStatement(check);
    const principal = statement?.elements.find(({ element }) => element === "Principal");
    return {
      because: `the principal is the provider of account ${named.account}; only a provider of the role's own account ${own.account} counts`,
      fix: `${placeOf(check.expected, "trust policy")}: put ${check.actual.value}`,
      edits:
        statement === null || principal === undefined
          ? []
          : [
              {
                source: statement.policy,
                pointer: `${statement.pointer}/Principal`,
                value: { Federated: oneOrMore([...principal.expected.filter((arn) => arn !== check.expected.value), check.actual.value]) },
              },
            ],
    };
  },
};
