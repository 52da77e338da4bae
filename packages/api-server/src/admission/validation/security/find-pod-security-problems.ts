import { duplicate, type FieldProblem, invalid, notSupported, required } from "../../field-problem.js";
import type { PodSpec } from "../../pod.js";
import type { PodSecurityContext } from "../../types/security-context.js";
import { isLongerThan } from "../formats/is-longer-than.js";
import { unixId } from "../formats/keys.js";
import { findAppArmorProblems, findSeccompProblems } from "./find-profile-problems.js";
import { findWindowsProblems } from "./find-windows-problems.js";

const GROUP_CHANGES = ["Always", "OnRootMismatch"];
const GROUP_POLICIES = ["Merge", "Strict"];
const MAX_SYSCTL = 253;
const SYSCTL_SEGMENT = "[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
const SYSCTL = `^(${SYSCTL_SEGMENT}[\\./])*${SYSCTL_SEGMENT}$`;
const SYSCTL_FORM = new RegExp(SYSCTL);

/** Problems of who a pod's processes are and what they may. */
export function* findPodSecurityProblems({ securityContext = {}, hostPID, shareProcessNamespace, ...spec }: PodSpec, field: string): Generator<FieldProblem> {
  const { fsGroup = 0, runAsUser = 0, runAsGroup = 0, supplementalGroups = [], fsGroupChangePolicy } = securityContext;
  for (const [member, id] of Object.entries({ fsGroup, runAsUser, runAsGroup })) {
    for (const problem of unixId(id)) yield invalid(`${field}.${member}`, id, problem);
  }
  for (const [index, group] of supplementalGroups.entries()) {
    for (const problem of unixId(group)) yield invalid(`${field}.supplementalGroups[${index}]`, group, problem);
  }
  if (shareProcessNamespace === true && hostPID === true) {
    yield invalid(`${field}.shareProcessNamespace`, true, "ShareProcessNamespace and HostPID cannot both be enabled");
  }
  yield* findSysctlsProblems(securityContext, spec, `${field}.sysctls`);
  if (fsGroupChangePolicy !== undefined && !GROUP_CHANGES.includes(fsGroupChangePolicy)) {
    yield notSupported(`${field}.fsGroupChangePolicy`, fsGroupChangePolicy, GROUP_CHANGES);
  }
  yield* findOtherProblems(securityContext, field);
}

function* findOtherProblems(context: PodSecurityContext, field: string): Generator<FieldProblem> {
  const { seccompProfile, windowsOptions, appArmorProfile, supplementalGroupsPolicy: groups, seLinuxChangePolicy: labels } = context;
  yield* findSeccompProblems(seccompProfile, `${field}.seccompProfile`);
  yield* findWindowsProblems(windowsOptions, `${field}.windowsOptions`);
  yield* findAppArmorProblems(appArmorProfile, `${field}.appArmorProfile`);
  if (groups !== undefined && !GROUP_POLICIES.includes(groups)) yield notSupported(`${field}.supplementalGroupsPolicy`, groups, GROUP_POLICIES);
  if (labels !== undefined && labels !== "Recursive") yield notSupported(`${field}.seLinuxChangePolicy`, labels, ["Recursive"]);
}

function* findSysctlsProblems({ sysctls = [] }: PodSecurityContext, host: Pick<PodSpec, "hostNetwork" | "hostIPC">, field: string): Generator<FieldProblem> {
  const seen = new Set<string>();
  for (const [index, { name = "" }] of sysctls.entries()) {
    const place = `${field}[${index}].name`;
    if (name === "") yield required(place);
    else if (isLongerThan(name, MAX_SYSCTL) || !SYSCTL_FORM.test(name)) {
      yield invalid(place, name, `must have at most ${MAX_SYSCTL} characters and match regex ${SYSCTL}`);
    } else if (seen.has(name)) yield duplicate(place, name);
    yield* findHostSysctlProblems(name, host, place);
    seen.add(name);
  }
}

/** What belongs to a namespace of the kernel that the pod shares with its node. */
function* findHostSysctlProblems(name: string, { hostNetwork, hostIPC }: Pick<PodSpec, "hostNetwork" | "hostIPC">, field: string): Generator<FieldProblem> {
  const dotted = name.replaceAll("/", ".");
  if (hostNetwork === true && dotted.startsWith("net.")) yield invalid(field, name, "may not be specified when 'hostNetwork' is true");
  else if (hostIPC === true && /^(kernel\.shm|kernel\.msg|kernel\.sem$|fs\.mqueue\.)/.test(dotted)) {
    yield invalid(field, name, "may not be specified when 'hostIPC' is true");
  }
}
