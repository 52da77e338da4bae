import { type Cause, lastNote, type OwnError, type Symptom } from "../cause.js";
import { failingContainers, isNodeRoleRefused } from "../node-role.js";

/** failures.md, rank 58. */
export const tokenSwapRace: Cause = {
  id: "token-swap-race",
  rank: "mistaken",
  met: "rarely",
  title: "A reader does not follow the token file to its new place",
  see: "Token file not found for an instant; or ExpiredTokenException from a stale copy of a subPath mount, a day after the start",
  why: "Kubelet swaps the ..data symlink; subPath and copied files do not follow.",
  prove: [
    "kubectl get pod -n NAMESPACE POD -o yaml | grep -B3 subPath",
    "kubectl exec -n NAMESPACE POD -- ls -la /var/run/secrets/eks.amazonaws.com/serviceaccount",
    "kubectl exec -n NAMESPACE POD -- php -r 'var_dump(realpath_cache_get());'",
  ],
  sources: [
    "https://github.com/aws/aws-sdk-php/issues/2014",
    "https://github.com/aws/aws-sdk-php/issues/2393",
    "https://kubernetes.io/docs/concepts/storage/projected-volumes/",
  ],
  explain(symptom) {
    if (isNodeRoleRefused(symptom)) return explainRememberedPath(symptom.events, lastNote(symptom.events, "sdk.refresh")?.seq ?? 0);
    if (symptom.check.check !== "sts.times" || symptom.check.reason !== "expired") return null;
    const mount = findSubPathMount(symptom);
    if (mount === null) return null;
    return {
      because: `container ${mount.container} mounts ${mount.path} by subPath, so it sees the file that was there when it started; the kubelet has replaced it in the volume since`,
      fix: "mount the volume's directory without subPath, and create the pod again",
    };
  },
  explainOwnError: ({ events, action }) => explainRememberedPath(events, action),
};

/** @param since `seq` from which on it must have happened */
function explainRememberedPath(events: OwnError["events"], since: number) {
  const reused = lastNote(events, "app.realpath-reused");
  if (reused === null || reused.seq < since || reused.attributes.exists !== false) return null;
  const { path, realPath, since: known } = reused.attributes;
  return {
    because: `the runtime remembers since ${String(known)} that ${String(path)} led to ${String(realPath)}, and the kubelet has moved the link and removed that place`,
    fix: "let the runtime follow links anew (PHP: realpath_cache_ttl = 0, or clearstatcache(true) and one more try)",
  };
}

/** The mount behind the token file, where it is one by subPath. */
function findSubPathMount(symptom: Symptom): { readonly container: string; readonly path: string } | null {
  for (const { name, env = [], volumeMounts = [] } of failingContainers(symptom)) {
    const file = env.find((variable) => variable.name === "AWS_WEB_IDENTITY_TOKEN_FILE")?.value ?? "";
    const mount = volumeMounts.find(({ mountPath, subPath }) => subPath && (file === mountPath || file.startsWith(`${mountPath}/`)));
    if (mount !== undefined) return { container: name, path: mount.mountPath };
  }
  return null;
}
