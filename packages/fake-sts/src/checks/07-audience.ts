import { extend } from "@irsa-sim/core";
import { decideAudience } from "../token/decide-audience.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { ProviderChecked } from "./06-provider.js";
import { fail, pass } from "./check-context.js";

/** Whom the token is for. */
export interface AudienceChecked extends ProviderChecked {
  /** `azp` when the token has one, else `aud`. */
  readonly audience: string;
}

/**
 * Compares the token's audience with the provider's client ids.
 *
 * @throws {StsFault} `InvalidIdentityToken`
 */
export function checkAudience(context: ProviderChecked): AudienceChecked {
  const { claims, provider } = context;
  const { audience, claim, reason } = decideAudience(claims, provider.clientIds);
  const outcome = {
    check: "sts.audience",
    title: "audience",
    expected: { value: provider.clientIds.join(", ") || "none", from: { file: `oidc-provider/${provider.url}`, pointer: "/ClientIDList" } },
    actual: { value: audience ?? claims.aud.join(", "), from: { file: "token", pointer: claim } },
  };
  if (audience === null || reason !== null) throw fail(context, { ...outcome, reason: reason ?? "several-audiences" }, STS_FAULTS.audienceDiffers());
  pass(context, outcome);
  return extend(context, { audience });
}
