import type { MistakeFinder } from "../trust-policy-mistake.js";

/** A provider of another account than the role, which never works. */
export const findForeignProvider: MistakeFinder = ({ federated }, { accountId }) =>
  federated.flatMap(({ pointer, value }) => {
    const [, partition, account, rest = ""] = /^arn:([a-z-]+):iam::(\d{12}):(oidc-provider\/.*)$/.exec(value) ?? [];
    if (account === undefined || account === accountId) return [];
    return [
      {
        mistake: "foreign-provider",
        pointer,
        expected: `arn:${partition}:iam::${accountId}:${rest}`,
        actual: value,
        fix: "register the issuer as a provider in the role's own account",
      },
    ];
  });
