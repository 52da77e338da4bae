import type { Span } from "@irsa-sim/core";
import type { Webhook } from "@irsa-sim/webhook-mutator";
import type { WorldDescription } from "../../world-description.js";

/** A service account by name. */
export interface AssociatedAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** The cluster's associations of EKS Pod Identity, as the webhook's file lists them. */
export interface Associations {
  has(account: AssociatedAccount): boolean;
  /** Writes the file anew, with the account in it or without. */
  change(account: AssociatedAccount, isAssociated: boolean): void;
}

/** Creates them as they are at first; the webhook reads the file if there is anybody in it. */
export function createAssociations(
  webhook: Pick<Webhook, "containerCredentialsFileChanged">,
  { absent, containerCredentials }: WorldDescription["webhook"],
  root: Span,
): Associations {
  const listed = new Map(containerCredentials.map((account) => [keyOf(account), account]));
  const write = (): void => {
    if (absent) return;
    const span = root.enter("The webhook reads its container-credentials file", { step: null, actor: "webhook" });
    webhook.containerCredentialsFileChanged(JSON.stringify({ identities: [...listed.values()] }), span);
  };
  if (listed.size > 0) write();
  return {
    has: (account) => listed.has(keyOf(account)),
    change({ namespace, serviceAccount }, isAssociated) {
      const account = { namespace, serviceAccount };
      if (isAssociated) listed.set(keyOf(account), account);
      else listed.delete(keyOf(account));
      write();
    },
  };
}

function keyOf({ namespace, serviceAccount }: AssociatedAccount): string {
  return `${namespace}/${serviceAccount}`;
}
