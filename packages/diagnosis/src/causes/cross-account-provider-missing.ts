import type { ExchangeEvent } from "@irsa-sim/core";
import { bodyText } from "@irsa-sim/core";
import { type Cause, lastPassed, type Symptom } from "../cause.js";
import { parseProviderArn } from "../eks-issuer.js";

/** failures.md, rank 20. */
export const crossAccountProviderMissing: Cause = {
  id: "cross-account-provider-missing",
  title: "The provider exists, but not in the account of the role",
  explain({ check, events }) {
    if (check.check !== "sts.provider") return null;
    const url = check.expected.value.replace("https://", "");
    const account = lastPassed(events, "sts.role-arn")?.actual.value.split(":")[4] ?? "";
    const elsewhere = createdProviders(events).find((provider) => provider.url === url && provider.account !== account);
    if (elsewhere === undefined) return null;
    return {
      because: `the provider is registered in account ${elsewhere.account}, but STS looks in account ${account}, where the role is`,
      fix: `create the provider in account ${account} too, or let the pod's role in account ${elsewhere.account} assume the other one`,
    };
  },
};

/** Providers that IAM was seen to create. */
function createdProviders(events: Symptom["events"]): readonly { readonly account: string; readonly url: string }[] {
  return events
    .filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "CreateOpenIDConnectProvider")
    .flatMap(({ response }) => {
      const arn = response === null ? null : /<OpenIDConnectProviderArn>([^<]+)</.exec(bodyText(response))?.[1];
      const provider = arn ? parseProviderArn(arn) : null;
      return provider === null ? [] : [provider];
    });
}
