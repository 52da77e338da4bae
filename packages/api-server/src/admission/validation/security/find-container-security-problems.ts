import { type FieldProblem, forbidden, invalid, invalidConstant, notSupported } from "../../field-problem.js";
import type { ContainerSecurityContext } from "../../types/security-context.js";
import { unixId } from "../formats/keys.js";
import { findAppArmorProblems, findSeccompProblems } from "./find-profile-problems.js";
import { findWindowsProblems } from "./find-windows-problems.js";
import { internalSecurityContext } from "./internal-security-context.js";

/** What the cluster and the pod let containers do. */
export interface SecurityPolicy {
  /** As with `--allow-privileged`. */
  readonly allowsPrivileged: boolean;
  /** Whether users of the container are users of the node. */
  readonly usesHostUsers: boolean;
}

const PROC_MOUNTS = ["Default", "Unmasked"];

/** Problems of who a container's process is and what it may; none where nothing is said. */
export function* findContainerSecurityProblems(context: ContainerSecurityContext | undefined, policy: SecurityPolicy, field: string): Generator<FieldProblem> {
  if (context === undefined) return;
  const { privileged, runAsUser = 0, runAsGroup = 0, procMount, seccompProfile, windowsOptions, appArmorProfile } = context;
  if (privileged === true && !policy.allowsPrivileged) yield forbidden(`${field}.privileged`, "disallowed by cluster policy");
  for (const problem of unixId(runAsUser)) yield invalid(`${field}.runAsUser`, runAsUser, problem);
  for (const problem of unixId(runAsGroup)) yield invalid(`${field}.runAsGroup`, runAsGroup, problem);
  if (procMount !== undefined) yield* findProcMountProblems(procMount, policy, `${field}.procMount`);
  yield* findSeccompProblems(seccompProfile, `${field}.seccompProfile`);
  yield* findEscalationProblems(context, field);
  yield* findWindowsProblems(windowsOptions, `${field}.windowsOptions`);
  yield* findAppArmorProblems(appArmorProfile, `${field}.appArmorProfile`);
}

function* findProcMountProblems(procMount: string, { usesHostUsers }: SecurityPolicy, field: string): Generator<FieldProblem> {
  if (!PROC_MOUNTS.includes(procMount)) yield notSupported(field, procMount, PROC_MOUNTS);
  if (usesHostUsers && procMount === "Unmasked") yield invalidConstant(field, procMount, "`hostUsers` must be false to use `Unmasked`");
}

function* findEscalationProblems(context: ContainerSecurityContext, field: string): Generator<FieldProblem> {
  const { allowPrivilegeEscalation, privileged, capabilities } = context;
  if (allowPrivilegeEscalation !== false) return;
  const shown = internalSecurityContext(context);
  if (privileged === true) yield invalid(field, shown, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
  for (const capability of capabilities?.add ?? []) {
    if (capability === "CAP_SYS_ADMIN") yield invalid(field, shown, "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
  }
}
