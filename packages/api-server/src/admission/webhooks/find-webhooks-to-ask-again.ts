import type { MutatingWebhook } from "./webhook-configuration.js";

/** A webhook that was asked, and whether its answer changed the pod. */
export interface AskedWebhook {
  readonly webhook: MutatingWebhook;
  readonly hasChanged: boolean;
}

/**
 * The webhooks of policy `IfNeeded` after whose answer the pod was changed once more: by a later webhook, or by the built-in plugins in their second round.
 *
 * @see kubernetes-tokens.md, section 8
 */
export function findWebhooksToAskAgain(asked: readonly AskedWebhook[], hasPluginChanged: boolean): readonly MutatingWebhook[] {
  return asked
    .filter(
      ({ webhook }, index) => webhook.reinvocationPolicy === "IfNeeded" && (hasPluginChanged || asked.slice(index + 1).some(({ hasChanged }) => hasChanged)),
    )
    .map(({ webhook }) => webhook);
}
