import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { rotateIssuerKeySchema } from "./schema.js";

/**
 * Gives the issuer a new signing key: published at once or not at all, with the old one beside it or gone.
 *
 * @see kubernetes-tokens.md, sections 3.3 and 9
 */
export async function performRotation(world: World, { publish, keepOld }: z.infer<typeof rotateIssuerKeySchema>): Promise<Refusal | null> {
  const rotated = await world.rotateIssuerKey({ publish, keepOld });
  world.trace.root.enter("The issuer's key is rotated", { step: null, actor: "oidc-issuer" }).note("oidc-issuer.key-rotated", { ...rotated, publish, keepOld });
  return null;
}
