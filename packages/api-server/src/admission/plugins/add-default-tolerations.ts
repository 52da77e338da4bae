import type { Pod } from "../pod.js";
import type { Toleration } from "../types/scheduling.js";

const TAINTS = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];
const SECONDS = 300;

/** The DefaultTolerationSeconds plugin: a pod stays for so long on a node that is lost, unless it says otherwise. */
export function addDefaultTolerations(pod: Pod): Pod {
  const { tolerations = [] } = pod.spec;
  const missing = TAINTS.filter((taint) => !tolerations.some((toleration) => tolerates(toleration, taint)));
  if (missing.length === 0) return pod;
  const added = missing.map((key) => ({ key, operator: "Exists", effect: "NoExecute", tolerationSeconds: SECONDS }));
  return { ...pod, spec: { ...pod.spec, tolerations: [...tolerations, ...added] } };
}

function tolerates({ key = "", effect = "" }: Toleration, taint: string): boolean {
  return (key === "" || key === taint) && (effect === "" || effect === "NoExecute");
}
