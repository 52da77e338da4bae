import type { JsonObject } from "@irsa-sim/core";
import type { Defect } from "../defect.js";

/** As the controller of Secrets writes tokens (kubernetes-tokens.md, section 10): no end, no audience, and an issuer that is no URL. */
export const legacy: Defect = { id: "legacy", says: "it is the kind of token that Secrets hold: without exp and aud", claims: legacyClaims };

function legacyClaims({ sub, "kubernetes.io": bound }: JsonObject): JsonObject {
  const { namespace = null, serviceaccount = {} } = bound as {
    readonly namespace?: string;
    readonly serviceaccount?: { readonly name: string; readonly uid: string };
  };
  const { name = null, uid = null } = serviceaccount as { readonly name?: string; readonly uid?: string };
  const prefix = "kubernetes.io/serviceaccount";
  return {
    iss: prefix.replace(".io", ""),
    [`${prefix}/namespace`]: namespace,
    [`${prefix}/secret.name`]: `${name}-token`,
    [`${prefix}/service-account.name`]: name,
    [`${prefix}/service-account.uid`]: uid,
    sub: sub ?? null,
  };
}
