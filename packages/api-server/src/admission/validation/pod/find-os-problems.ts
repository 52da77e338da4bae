/** Validation of what one operating system has and another has not. */
import { type FieldProblem, forbidden, invalid, notSupported, required } from "../../field-problem.js";
import { type PodSpec, placedContainers } from "../../pod.js";

const SYSTEMS = ["linux", "windows"];
const NOT_ON_WINDOWS = "cannot be set for a windows pod";
const CONTAINER_MEMBERS = [
  "appArmorProfile",
  "seLinuxOptions",
  "seccompProfile",
  "capabilities",
  "readOnlyRootFilesystem",
  "privileged",
  "allowPrivilegeEscalation",
  "procMount",
  "runAsUser",
  "runAsGroup",
] as const;

/** Problems of a pod that says for which system it is. */
export function* findOsProblems(spec: PodSpec): Generator<FieldProblem> {
  const { os } = spec;
  if (os === undefined) return;
  const { name = "" } = os;
  if (name === "") yield required("spec.os.name");
  else if (!SYSTEMS.includes(name)) yield notSupported("spec.os", name, SYSTEMS);
  else yield* name === "linux" ? findLinuxProblems(spec) : findWindowsProblems(spec);
}

function* findLinuxProblems(spec: PodSpec): Generator<FieldProblem> {
  const contexts = [
    { context: spec.securityContext, field: "spec" },
    ...placedContainers(spec).map(({ container, field }) => ({ context: container.securityContext, field })),
  ];
  for (const { context, field } of contexts) {
    if (context?.windowsOptions !== undefined) yield forbidden(`${field}.securityContext.windowsOptions`, "windows options cannot be set for a linux pod");
  }
}

function* findWindowsProblems(spec: PodSpec): Generator<FieldProblem> {
  const { securityContext = {}, hostUsers, hostPID, hostIPC, shareProcessNamespace } = spec;
  const context = (member: keyof typeof securityContext): readonly [string, boolean] => [`securityContext.${member}`, securityContext[member] !== undefined];
  const members: readonly (readonly [field: string, isSet: boolean])[] = [
    context("appArmorProfile"),
    context("seLinuxOptions"),
    ["hostUsers", hostUsers !== undefined],
    ["hostPID", hostPID === true],
    ["hostIPC", hostIPC === true],
    context("seccompProfile"),
    context("fsGroup"),
    context("fsGroupChangePolicy"),
    ["securityContext.sysctls", (securityContext.sysctls ?? []).length > 0],
    ["shareProcessNamespace", shareProcessNamespace !== undefined],
    context("runAsUser"),
    context("runAsGroup"),
    context("supplementalGroups"),
    context("supplementalGroupsPolicy"),
    context("seLinuxChangePolicy"),
  ];
  for (const [field, isSet] of members) if (isSet) yield forbidden(`spec.${field}`, NOT_ON_WINDOWS);
  for (const { container, field } of placedContainers(spec)) {
    for (const member of CONTAINER_MEMBERS) {
      if (container.securityContext?.[member] !== undefined) yield forbidden(`${field}.securityContext.${member}`, NOT_ON_WINDOWS);
    }
  }
}

/** Problems of containers that are processes of a Windows node: all of a pod are, or none. */
export function* findHostProcessProblems(spec: PodSpec, { allowsPrivileged }: { readonly allowsPrivileged: boolean }): Generator<FieldProblem> {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  const placed = placedContainers(spec);
  let count = 0;
  for (const { container, field } of placed) {
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (ofPod !== undefined && own !== undefined && ofPod !== own) {
      const place = `${field}.securityContext.windowsOptions.hostProcess`;
      yield invalid(place, own, `pod hostProcess value must be identical if both are specified, was ${ofPod}`);
    }
    if (own ?? ofPod) count += 1;
  }
  if (count === 0) return;
  if (count !== placed.length) yield invalid("spec", "", "If pod contains any hostProcess containers then all containers must be HostProcess containers");
  if (spec.hostNetwork !== true) yield invalid("spec.hostNetwork", false, "hostNetwork must be true if pod contains any hostProcess containers");
  if (!allowsPrivileged) yield forbidden("spec", "hostProcess containers are disallowed by cluster policy");
}
