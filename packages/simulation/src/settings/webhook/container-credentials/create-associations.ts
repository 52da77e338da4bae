import type { Span } from "@irsa-sim/core";
import type { Webhook } from "@irsa-sim/webhook-mutator";
import type { WorldDescription } from "../../world-description.js";

/** A service account by name. */
export interface AssociatedAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** The cluster's associations of EKS Pod Identity; the webhook's file lists their service accounts. */
export interface Associations {
  has(account: AssociatedAccount): boolean;
  /** The role of an association; `null` for an account without one, and for one that only the webhook's file names. */
  roleOf(account: AssociatedAccount): string | null;
  /** Makes, changes or, with `null`, deletes an association, and writes the webhook's file anew. */
  change(account: AssociatedAccount, role: string | null): void;
}

interface Listed extends AssociatedAccount {
  readonly role: string | null;
}

/** Creates them as they are at first; the webhook reads the file if there is anybody in it. */
export function createAssociations(
  webhook: Pick<Webhook, "containerCredentialsFileChanged">,
  { webhook: { absent, containerCredentials }, aws: { podIdentityAssociations } }: Pick<WorldDescription, "webhook" | "aws">,
  root: Span,
): Associations {
  const all: readonly Listed[] = [...containerCredentials.map((account) => ({ ...account, role: null })), ...podIdentityAssociations];
  const listed = new Map(all.map((account) => [keyOf(account), account]));
  const write = (): void => {
    if (absent) return;
    const span = root.enter("The webhook reads its container-credentials file", { step: null, actor: "webhook" });
    const identities = [...listed.values()].map(({ namespace, serviceAccount }) => ({ namespace, serviceAccount }));
    webhook.containerCredentialsFileChanged(JSON.stringify({ identities }), span);
  };
  if (listed.size > 0) write();
  return {
    has: (account) => listed.has(keyOf(account)),
    roleOf: (account) => listed.get(keyOf(account))?.role ?? null,
    change({ namespace, serviceAccount }, role) {
      const key = keyOf({ namespace, serviceAccount });
      if (role === null) listed.delete(key);
      else listed.set(key, { namespace, serviceAccount, role });
      write();
    },
  };
}

function keyOf({ namespace, serviceAccount }: AssociatedAccount): string {
  return `${namespace}/${serviceAccount}`;
}
