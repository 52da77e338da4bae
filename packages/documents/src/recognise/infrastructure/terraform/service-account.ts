import { objectAt, scalarAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { memberOf, withMember } from "../../../tree/located-tree.js";
import type { Recognition } from "../../recognition.js";
import { referenceAmong } from "./reference-in.js";
import type { Resource } from "./resource.js";

const ROLE_ARN = "eks.amazonaws.com/role-arn";

/** A service account of the Kubernetes provider. An annotation that a plan does not know yet is the ARN of the role that it refers to. */
export function readServiceAccount({ values, expressions, names }: Pick<Resource, "values" | "expressions" | "names">): Recognition {
  const [metadata = null] = itemsOf(memberOf(values, "metadata"));
  const name = memberOf(metadata, "name");
  if (name === null || metadata === null) return { documents: [], passedOver: [{ name: "", node: values, because: "envelope" }], faults: [] };
  const [expression = null] = itemsOf(memberOf(expressions, "metadata"));
  const role = referenceAmong(memberOf(memberOf(expression, "annotations"), "references"), names, "arn");
  const annotations = memberOf(metadata, "annotations");
  const known = annotations?.kind === "object" ? annotations : null;
  const referred = role === null || memberOf(known, ROLE_ARN) !== null ? null : scalarAt(metadata.place, role);
  const node = objectAt(values.place, {
    apiVersion: scalarAt(values.place, "v1"),
    kind: scalarAt(values.place, "ServiceAccount"),
    metadata: objectAt(metadata.place, {
      name,
      namespace: memberOf(metadata, "namespace"),
      annotations: referred === null ? known : withMember(known ?? objectAt(metadata.place, {}), ROLE_ARN, { keyPlace: referred.place, node: referred }),
    }),
  });
  return { documents: [{ kind: "kubernetes-object", node, asFound: node }], passedOver: [{ name: "", node: values, because: "envelope" }], faults: [] };
}
