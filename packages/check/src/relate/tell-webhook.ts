import type { CheckNotice } from "@irsa-sim/core";
import type { Inventory } from "../gather/inventory.js";

/** Tells what of the webhook's own installation has no effect. */
export function tellWebhook({ webhook: { unread, flags, problem, configMap, namespace, watchesConfigMap } }: Inventory): readonly CheckNotice[] {
  const because =
    flags === null || problem !== null
      ? `that of ${configMap?.namespace} is taken for the webhook's`
      : watchesConfigMap
        ? `the webhook's command line says --namespace=${namespace}`
        : "the webhook's command line has no --watch-config-map";
  return [
    ...(problem === null || flags === null
      ? []
      : [{ ...(flags[0]?.place ?? NOWHERE), message: `the webhook's command line is not taken, and it would not start: ${problem}; played without it` }]),
    ...unread.map(({ name, namespace: own, document }) => ({ ...document.node.place, message: `ConfigMap ${own}/${name} is not read: ${because}` })),
  ];
}

const NOWHERE = { file: "", line: 1, column: 1 };
