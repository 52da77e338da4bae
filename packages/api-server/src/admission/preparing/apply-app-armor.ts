import { isSame } from "../../storage/is-same.js";
import type { Pod } from "../pod.js";
import type { Container } from "../types/container.js";
import type { AppArmorProfile } from "../types/security-context.js";
import { isLongerThan } from "../validation/formats/is-longer-than.js";

const KEY = "container.apparmor.security.beta.kubernetes.io/";
const LISTS = ["initContainers", "containers", "ephemeralContainers"] as const;
const MAX_PATH = 4095;

/**
 * A pod whose containers carry in a member what an old annotation says of AppArmor.
 *
 * @param warn is told of annotations that should be members
 */
export function applyAppArmor(pod: Pod, warn: (text: string) => void): Pod {
  const { annotations = {} } = pod.metadata;
  if (pod.spec.os?.name === "windows" || !Object.keys(annotations).some((key) => key.startsWith(KEY))) return pod;
  const ofPod = pod.spec.securityContext?.appArmorProfile;
  const withProfile = (container: Container): Container => {
    const key = `${KEY}${container.name ?? ""}`;
    const annotation = annotations[key];
    if (annotation === undefined || container.securityContext?.appArmorProfile !== undefined) return container;
    const profile = profileOf(annotation);
    if (profile !== null && ofPod !== undefined && isSame(profile, ofPod)) return container;
    warn(`metadata.annotations[${key}]: deprecated since v1.30; use the "appArmorProfile" field instead`);
    return profile === null ? container : { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
  };
  const lists = LISTS.flatMap((list) => (pod.spec[list] === undefined ? [] : [[list, pod.spec[list].map(withProfile)] as const]));
  return { ...pod, spec: { ...pod.spec, ...Object.fromEntries(lists) } };
}

/** `null` for an annotation that says nothing that a member could. */
function profileOf(annotation: string): AppArmorProfile | null {
  if (annotation === "unconfined") return { type: "Unconfined" };
  if (annotation === "runtime/default") return { type: "RuntimeDefault" };
  const [, localhostProfile = ""] = /^localhost\/(.*)$/s.exec(annotation) ?? [];
  const isValid = localhostProfile !== "" && localhostProfile.trim() === localhostProfile && !isLongerThan(localhostProfile, MAX_PATH);
  return isValid ? { type: "Localhost", localhostProfile } : null;
}
