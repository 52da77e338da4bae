/**
 * In which minor version of Kubernetes the newer members of a container's structures first stood in its types. A webhook that was built earlier drops them.
 * Leaves out: members older than 1.16.
 * @see failures.md, rank 53; Kubernetes' feature gates and its CHANGELOG pages
 */
const SINCE: Readonly<Record<string, number>> = {
  "Container.startupProbe": 16,
  "SecurityContext.seccompProfile": 19,
  "Probe.terminationGracePeriodSeconds": 21,
  "WindowsSecurityContextOptions.hostProcess": 22,
  "Probe.grpc": 23,
  "ResourceRequirements.claims": 26,
  "Container.resizePolicy": 27,
  "Container.restartPolicy": 28,
  "LifecycleHandler.sleep": 29,
  "SecurityContext.appArmorProfile": 30,
  "VolumeMount.recursiveReadOnly": 30,
  "ResourceClaim.request": 31,
  "Lifecycle.stopSignal": 33,
  "Container.restartPolicyRules": 34,
  "EnvVarSource.fileKeyRef": 34,
};

/**
 * Whether a member, such as `Container.restartPolicy`, stood in the types of that version.
 *
 * @param minorVersion 29 for 1.29; everything is known when absent
 */
export function isKnownIn(member: string, minorVersion: number | undefined): boolean {
  return minorVersion === undefined || minorVersion >= (SINCE[member] ?? 0);
}
