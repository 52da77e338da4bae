import { extend } from "@irsa-sim/core";
import { noteUnseenChange, type OpenIdConnectProvider } from "@irsa-sim/iam";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { RequiredClaimsChecked } from "./05-required-claims.js";
import { fail, pass } from "./check-context.js";

/** The OIDC provider of the token's issuer in the role's account. */
export interface ProviderChecked extends RequiredClaimsChecked {
  readonly provider: OpenIdConnectProvider;
}

const SCHEME = "https://";

/**
 * Looks the issuer up among the providers of the role's account, byte for byte; another account's providers never count.
 *
 * @throws {StsFault} `InvalidIdentityToken`
 */
export function checkProvider(context: RequiredClaimsChecked): ProviderChecked {
  const { issuer } = context.token;
  const account = context.sts.iam.account(context.roleArn.account);
  const providers = [...(account?.oidcProviders.values() ?? [])];
  const outcome = {
    check: "sts.provider",
    title: "provider registered",
    expected: { value: issuer, from: { file: "token", pointer: "iss" } },
    actual: {
      value: providers.map(({ url }) => SCHEME + url).join(", ") || "none",
      from: { file: `account/${context.roleArn.account}`, pointer: "/OpenIDConnectProviderList" },
    },
  };
  const provider = providers.find(({ url }) => SCHEME + url === issuer);
  if (provider === undefined) {
    noteUnseenChange(context.sts.iam, `${context.roleArn.arn.split(":").slice(0, 5).join(":")}:oidc-provider/${issuer.replace(SCHEME, "")}`, context.span);
    throw fail(context, { ...outcome, reason: account === null ? "account-missing" : "provider-missing" }, STS_FAULTS.noProvider(issuer));
  }
  pass(context, extend(outcome, { actual: { value: issuer, from: { file: `oidc-provider/${provider.url}`, pointer: "/Url" } } }));
  return extend(context, { provider });
}
