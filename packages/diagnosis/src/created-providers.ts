import { bodyText, type ExchangeEvent, type TraceEvent } from "@irsa-sim/core";
import { parseProviderArn } from "./trust/eks-issuer.js";

/** Providers that IAM was seen to create. */
export function createdProviders(events: readonly TraceEvent[]): readonly { readonly account: string; readonly url: string }[] {
  return events
    .filter((event): event is ExchangeEvent => event.kind === "exchange" && event.name === "CreateOpenIDConnectProvider")
    .flatMap(({ response }) => {
      const arn = response === null ? null : /<OpenIDConnectProviderArn>([^<]+)</.exec(bodyText(response))?.[1];
      const provider = arn ? parseProviderArn(arn) : null;
      return provider === null ? [] : [provider];
    });
}
