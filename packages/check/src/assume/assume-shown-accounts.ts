import { itemsOf, type LocatedNode, memberOf, objectAt, scalarAt, textOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject, Workload } from "../gather/inventory.js";
import { findServiceAccount } from "../relate/find-service-account.js";
import { ROLE_ARN, serviceAccountNameOf } from "../relate/service-account-of.js";
import { ASSUMED, type Assumptions } from "./assumptions.js";

/**
 * The inventory with the service accounts that are not given and whose role a living pod shows in the variables that the webhook wrote, as `kubectl get all` leaves
 * them out.
 */
export function assumeShownAccounts(inventory: Inventory, assumptions: Assumptions): Inventory {
  const shown = inventory.workloads.flatMap((workload): NamedObject[] => {
    const { namespace } = workload;
    const name = serviceAccountNameOf(workload);
    const arn = roleShown(workload);
    if (arn === null || findServiceAccount(inventory, namespace, name) !== null) return [];
    assumptions.add(
      "service-account",
      `the ServiceAccount ${namespace}/${name} is not given: assumed that it names ${textOf(arn)}, as the variables of pod ${namespace}/${workload.name} show`,
    );
    const text = (value: string): LocatedNode => scalarAt(ASSUMED, value);
    const node = objectAt(ASSUMED, {
      apiVersion: text("v1"),
      kind: text("ServiceAccount"),
      metadata: objectAt(ASSUMED, { name: text(name), namespace: text(namespace), annotations: objectAt(ASSUMED, { [ROLE_ARN]: arn }) }),
    });
    return [{ kind: "ServiceAccount", namespace, name, document: { kind: "kubernetes-object", node, asFound: node } }];
  });
  const once = new Map(shown.map((account) => [`${account.namespace}/${account.name}`, account]));
  return once.size === 0 ? inventory : { ...inventory, serviceAccounts: [...inventory.serviceAccounts, ...once.values()] };
}

/** The role in a living pod's variables, where the webhook wrote them: it adds the volume of the token too. */
function roleShown({ kind, document, podSpec }: Workload): LocatedNode | null {
  const isAlive = kind === "Pod" && textOf(memberOf(memberOf(document.asFound, "metadata"), "uid")) !== null;
  const hasVolume = itemsOf(memberOf(podSpec, "volumes")).some((volume) => textOf(memberOf(volume, "name")) === "aws-iam-token");
  if (!isAlive || !hasVolume) return null;
  const variables = itemsOf(memberOf(podSpec, "containers")).flatMap((container) => itemsOf(memberOf(container, "env")));
  const variable = variables.find((one) => textOf(memberOf(one, "name")) === "AWS_ROLE_ARN") ?? null;
  return textOf(memberOf(variable, "value")) === null ? null : memberOf(variable, "value");
}
