import type { Span } from "@irsa-sim/core";
import type { Webhook } from "@irsa-sim/webhook-mutator";
import type { WorldDescription } from "../../world-description.js";

/** Lets the webhook read the file that lists who gets EKS Pod Identity, if there is anybody in it. */
export function handOverContainerCredentials(
  webhook: Pick<Webhook, "containerCredentialsFileChanged">,
  { absent, containerCredentials }: WorldDescription["webhook"],
  root: Span,
): void {
  if (containerCredentials.length === 0 || absent) return;
  const span = root.enter("The webhook reads its container-credentials file", { step: null, actor: "webhook" });
  webhook.containerCredentialsFileChanged(JSON.stringify({ identities: containerCredentials }), span);
}
