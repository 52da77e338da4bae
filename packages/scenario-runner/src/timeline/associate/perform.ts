import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { associateSchema } from "./schema.js";

/**
 * Makes, changes or deletes an association of EKS Pod Identity: EKS writes the webhook's file anew, and pods that are there keep what they have.
 * Differs from EKS, which takes some seconds for it, and leaves out EKS's own API.
 */
export async function performAssociate(world: World, { namespace, serviceAccount, role, off }: z.infer<typeof associateSchema>): Promise<Refusal | null> {
  const name = `${namespace}/${serviceAccount}`;
  const isThere = world.associations.has({ namespace, serviceAccount });
  const did = role === undefined ? "Delete" : isThere ? "Change" : "Create";
  const span = world.trace.root.enter(`${did} the Pod Identity association of ${name}`, { step: null, actor: "developer" });
  if (off === true && !isThere) {
    const message = `there is no Pod Identity association of service account ${name}`;
    return { code: "ResourceNotFoundException", status: 404, message, action: span.seq as number };
  }
  span.note("eks.pod-identity-association", { namespace, serviceAccount, role: role ?? null });
  await world.clock.run(async () => world.associations.change({ namespace, serviceAccount }, role ?? null));
  return null;
}
