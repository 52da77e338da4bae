import { iamArn } from "../../../accounts/identifiers/iam-arn.js";
import type { IamAction, IamCall } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { listOf, required } from "../../parameters/parameter-readers.js";
import { CLIENT_ID, PROVIDER_URL } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { describeTags, tagList } from "../../parameters/tags.js";
import { storeProvider } from "../../store-entity.js";
import { MAX_CLIENT_IDS } from "./add-client-id-to-open-id-connect-provider.js";
import { readThumbprints } from "./read-thumbprints.js";

/** Can be raised to 700. */
const MAX_PROVIDERS = 100;

/**
 * `CreateOpenIDConnectProvider`.
 * Differs from AWS: without thumbprints none is fetched from the issuer; the list stays empty.
 *
 * @see sts-and-iam.md, section 4.1
 */
export const createOpenIdConnectProvider: IamAction = (call) => {
  const { account, query, clock } = call;
  const { Url: url, ClientIDList, Tags: tags } = readParameters(query, { Url: required(PROVIDER_URL), ClientIDList: listOf(CLIENT_ID), Tags: tagList });
  checkUrl(call, url);
  const thumbprints = readThumbprints(query);
  const clientIds = [...new Set(ClientIDList)];
  if (clientIds.length > MAX_CLIENT_IDS) throw IAM_FAULTS.limitExceeded("ClientIdsPerOpenIdConnectProvider", MAX_CLIENT_IDS);
  const withoutScheme = url.slice("https://".length);
  if (account.oidcProviders.has(withoutScheme)) throw IAM_FAULTS.providerExists(url);
  if (account.oidcProviders.size >= MAX_PROVIDERS) throw IAM_FAULTS.limitExceeded("OpenIdConnectProvidersPerAccount", MAX_PROVIDERS);
  const arn = iamArn(account, `oidc-provider/${withoutScheme}`);
  const untagged = { arn, url: withoutScheme, clientIds, thumbprints, createdAt: clock.now() };
  storeProvider(call, tags.size === 0 ? untagged : { ...untagged, tags }, { before: null, after: untagged });
  return { OpenIDConnectProviderArn: arn, Tags: tags.size === 0 ? null : describeTags(tags) };
};

/** @throws {IamFault} `ValidationError` */
function checkUrl({ span }: IamCall, url: string): void {
  const isUrl = /^https:\/\/[^\s?#:/]+(\/[^\s?#]*)?$/.test(url);
  span.check({
    check: "iam.provider-url",
    title: "provider URL",
    passed: isUrl,
    expected: { value: "https://, a host, perhaps a path; no port, no query" },
    actual: { value: url },
    ...(isUrl ? {} : { reason: "malformed" }),
  });
  if (!isUrl) throw IAM_FAULTS.invalidUrl();
}
