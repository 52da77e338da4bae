import type { Edit, JsonObject } from "@irsa-sim/core";
import type { Cause, OwnError } from "../cause.js";
import { podEdit, podSource, writtenContainer, writtenPod } from "../container-edits.js";

const NAMES = ["aws-iam-token", "eks-pod-identity-token"];

/** Not in failures.md: what the webhook leaves alone because it takes it for its own. */
export const volumeOfTheWebhooksName: Cause = {
  id: "volume-of-the-webhooks-name",
  rank: "without-effect",
  title: "The pod has a volume of the webhook's own name, so the webhook added no token",
  see: "open /var/run/secrets/eks.amazonaws.com/serviceaccount/token: no such file or directory, with both variables set",
  why: "The webhook adds its volume unless one of that name is there already, and does not look at what is in it. A leftover of an older chart keeps the token out.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.volumes}",
    "kubectl exec -n NAMESPACE POD -- ls -l /var/run/secrets/eks.amazonaws.com/serviceaccount",
  ],
  sources: ["https://github.com/aws/amazon-eks-pod-identity-webhook/blob/master/pkg/handler/handler.go"],
  explainOwnError(error) {
    const volumes = writtenPod(error.events)?.spec.volumes ?? [];
    const own = volumes.find(({ name, projected }) => NAMES.includes(name) && !hasToken(projected));
    const source = podSource(error);
    if (!isFileMissing(error.told) || own === undefined || source === null) return null;
    const others = volumes.filter((volume) => volume !== own);
    return {
      because: `the pod brings a volume ${own.name} of its own, and the webhook, which knows its volume by that name, added none: the variables lead to a file that nobody writes`,
      fix: `give the pod's volume ${own.name} another name, or take it away, and create the pod again`,
      edits: [{ source, pointer: "/spec/volumes", value: others.length === 0 ? null : others }, ...unmountEdits(error, own.name)],
    };
  },
};

/** Takes the mounts of a volume out of the container that failed. */
function unmountEdits(error: OwnError, volume: string): readonly Edit[] {
  const written = writtenContainer(error);
  const mounts = written?.container.volumeMounts ?? [];
  const kept = mounts.filter(({ name }) => name !== volume);
  if (written === null || kept.length === mounts.length) return [];
  return podEdit(error, `${written.pointer}/volumeMounts`, kept.length === 0 ? null : kept);
}

function hasToken(projected: unknown): boolean {
  const { sources } = (projected ?? {}) as { readonly sources?: readonly JsonObject[] | null };
  return (sources ?? []).some((one) => "serviceAccountToken" in one);
}

function isFileMissing({ code, message }: { readonly code: string; readonly message: string }): boolean {
  return code === "ENOENT" || /no such file or directory|unable to read file|Could not find .*token/i.test(message);
}
