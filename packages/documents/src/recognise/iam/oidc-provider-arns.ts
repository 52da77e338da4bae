import { memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";

/** `aws iam list-open-id-connect-providers`. */
export const oidcProviderArns: Recogniser = (object) => {
  const list = memberOf(object, "OpenIDConnectProviderList");
  if (list?.kind !== "list") return null;
  return { documents: [{ kind: "oidc-provider-arns", node: list }], passedOver: passedOverIn(object, { taken: ["OpenIDConnectProviderList"] }), faults: [] };
};
