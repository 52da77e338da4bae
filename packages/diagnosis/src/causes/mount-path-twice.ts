import type { Cause, Symptom } from "../cause.js";
import { type ManifestOfPod, sentPod } from "../sent-pod.js";

/** Not in failures.md: a pod that brings its own token, and a webhook that adds another one at the same path. */
export const mountPathTwice: Cause = {
  id: "mount-path-twice",
  rank: "mistaken",
  title: "The pod mounts a volume of its own where the webhook mounts the token",
  see: 'Pod "NAME" is invalid: spec.containers[0].volumeMounts[1].mountPath: Invalid value: "/var/run/secrets/eks.amazonaws.com/serviceaccount": must be unique',
  why: "The webhook knows its mount by the volume's name, aws-iam-token, and not by the path: a mount of another name at its path stays, and its own comes on top.",
  prove: ["kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.containers[*].volumeMounts}", "kubectl apply --dry-run=server -f POD.yaml"],
  sources: ["https://github.com/aws/amazon-eks-pod-identity-webhook/issues/159", "https://github.com/istio/istio/issues/40993"],
  explain(symptom) {
    if (symptom.check.actor !== "api-server" || !/mountPath: Invalid value: .*must be unique/.test(symptom.told.message)) return null;
    const sent = sentPod(symptom.exchange);
    const own = sent === null ? null : ownMount(sent.spec, symptom);
    if (sent === null || own === null) return null;
    const { container, index, mount } = own;
    const source = `Pod/${sent.metadata.namespace ?? "default"}/${sent.metadata.name}`;
    const isUsed = sent.spec.containers.some((one) => one.volumeMounts?.some(({ name, mountPath }) => name === mount.name && mountPath !== mount.mountPath));
    const mounts = sent.spec.containers[index]?.volumeMounts?.filter((one) => one !== mount) ?? [];
    const volumes = sent.spec.volumes?.filter(({ name }) => name !== mount.name) ?? [];
    return {
      because: `container ${container} mounts volume ${mount.name} at ${mount.mountPath}, and the webhook adds its own mount there, since it knows its own by the name aws-iam-token alone`,
      fix: `take the mount of ${mount.name} out of container ${container}, and the volume if nothing else needs it; the webhook brings both. Or give the volume the name aws-iam-token, and the webhook leaves it as it is`,
      edits: [
        { source, pointer: `/spec/containers/${index}/volumeMounts`, value: mounts.length === 0 ? null : mounts },
        ...(isUsed ? [] : [{ source, pointer: "/spec/volumes", value: volumes.length === 0 ? null : volumes }]),
      ],
    };
  },
};

/** The mount in the manifest at a path that the API server names, which only the webhook can have doubled. */
function ownMount({ containers }: ManifestOfPod["spec"], { told }: Symptom) {
  for (const [index, { name: container, volumeMounts = [] }] of containers.entries()) {
    const mount = volumeMounts.find(({ mountPath }) => told.message.includes(`Invalid value: "${mountPath}"`));
    const isDoubled = volumeMounts.filter(({ mountPath }) => mountPath === mount?.mountPath).length > 1;
    if (mount !== undefined && !isDoubled) return { container, index, mount };
  }
  return null;
}
