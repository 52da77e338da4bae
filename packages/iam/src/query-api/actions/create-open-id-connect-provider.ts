import type { Arn } from "@irsa-sim/core";
import type { OpenIdConnectProvider } from "../../accounts/account.js";
import { type IamAction, requiredParameter } from "../iam-call.js";
import { IAM_FAULTS } from "../iam-fault.js";
import { listParameter } from "../query-protocol.js";

const MAX_THUMBPRINTS = 5;

/** `CreateOpenIDConnectProvider` (sts-and-iam.md, section 4.1). */
export const createOpenIdConnectProvider: IamAction = ({ account, query, clock, span }) => {
  const url = requiredParameter(query, "Url");
  const thumbprints = listParameter(query, "ThumbprintList").map((thumbprint) => thumbprint.toLowerCase());
  const isUrl = /^https:\/\/[^\s?#:/]+(\/[^\s?#]*)?$/.test(url) && url.length <= 255;
  span.check({
    check: "iam.provider-url",
    title: "provider URL",
    passed: isUrl,
    expected: { value: "https://, a host, perhaps a path; no port, no query" },
    actual: { value: url },
    ...(isUrl ? {} : { reason: "malformed" }),
  });
  if (!isUrl) throw IAM_FAULTS.invalidUrl();
  if (thumbprints.length > MAX_THUMBPRINTS) throw IAM_FAULTS.tooManyThumbprints();
  if (!thumbprints.every((thumbprint) => /^[0-9a-f]{40}$/.test(thumbprint))) throw IAM_FAULTS.malformedThumbprint(thumbprints);
  const withoutScheme = url.slice("https://".length);
  if (account.oidcProviders.has(withoutScheme)) throw IAM_FAULTS.providerExists(url);
  const provider: OpenIdConnectProvider = {
    arn: `arn:aws:iam::${account.id}:oidc-provider/${withoutScheme}` as Arn,
    url: withoutScheme,
    clientIds: listParameter(query, "ClientIDList"),
    thumbprints,
    createdAt: clock.now(),
  };
  account.oidcProviders.set(withoutScheme, provider);
  span.change({ what: `OpenIDConnectProvider ${provider.arn}`, before: null, after: { ...provider } });
  return { OpenIDConnectProviderArn: provider.arn };
};
