/** Validation of the annotations that mean something of a pod. */
import { type FieldProblem, forbidden, invalid } from "../../field-problem.js";
import { type Pod, placedContainers } from "../../pod.js";
import type { Toleration } from "../../types/scheduling.js";
import { findDescendingPathProblems } from "../formats/paths.js";
import { findTolerationsProblems } from "../scheduling/find-tolerations-problems.js";

const ANNOTATIONS = "metadata.annotations";
const MIRROR = "kubernetes.io/config.mirror";
const TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";
const DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
const SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
const SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
const APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
const MAX_INT32 = 2_147_483_647;

/** Problems of annotations that the server reads. */
export function* findAnnotationProblems({ metadata, spec }: Pod): Generator<FieldProblem> {
  const { annotations = {} } = metadata;
  const { [MIRROR]: mirror, [TOLERATIONS]: tolerations = "", [DELETION_COST]: cost = "0" } = annotations;
  if (mirror !== undefined && !spec.nodeName) yield invalid(`${ANNOTATIONS}[${MIRROR}]`, mirror, "must set spec.nodeName if mirror pod annotation is set");
  if (tolerations !== "") yield* findTolerationProblems(tolerations);
  if (!isInt32(cost)) yield invalid(`${ANNOTATIONS}[${DELETION_COST}]`, cost, "must be a 32bit integer");
  const { [SECCOMP_POD]: seccomp } = annotations;
  if (seccomp !== undefined) yield* findSeccompProblems(seccomp, `${ANNOTATIONS}.${SECCOMP_POD}`);
  const names = new Set(placedContainers(spec).map(({ container }) => container.name));
  for (const [key, value] of Object.entries(annotations)) if (key.startsWith(SECCOMP_CONTAINER)) yield* findSeccompProblems(value, `${ANNOTATIONS}.${key}`);
  for (const [key, value] of Object.entries(annotations)) if (key.startsWith(APP_ARMOR)) yield* findAppArmorProblems(key, value, names);
}

function isInt32(text: string): boolean {
  const isInteger = /^(0|-?[1-9]\d*)$/.test(text);
  return isInteger && Number(text) >= -MAX_INT32 - 1 && Number(text) <= MAX_INT32;
}

/** What cannot be read as tolerations is not looked at: the words for it are those of Go's reader. */
function* findTolerationProblems(text: string): Generator<FieldProblem> {
  const tolerations = parseTolerations(text);
  if (tolerations !== null) yield* findTolerationsProblems(tolerations, `${ANNOTATIONS}.${TOLERATIONS}`);
}

function parseTolerations(text: string): readonly Toleration[] | null {
  try {
    const value = JSON.parse(text) as unknown;
    return Array.isArray(value) ? (value as readonly Toleration[]) : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function* findSeccompProblems(profile: string, field: string): Generator<FieldProblem> {
  if (["runtime/default", "docker/default", "unconfined"].includes(profile)) return;
  const [, path] = /^localhost\/(.*)$/s.exec(profile) ?? [];
  if (path === undefined) yield invalid(field, profile, "must be a valid seccomp profile");
  else yield* findDescendingPathProblems(path, field);
}

function* findAppArmorProblems(key: string, profile: string, names: ReadonlySet<string | undefined>): Generator<FieldProblem> {
  const name = key.slice(APP_ARMOR.length);
  if (!names.has(name)) yield invalid(`${ANNOTATIONS}[${key}]`, name, "container not found");
  if (["", "runtime/default", "unconfined"].includes(profile) || profile.startsWith("localhost/")) return;
  yield invalid(`${ANNOTATIONS}[${key}]`, profile, `invalid AppArmor profile name: ${JSON.stringify(profile)}`);
}

/** What an annotation is called that says what a member says, by the member's type. */
interface ProfileNames {
  readonly [type: string]: readonly string[];
}

const SECCOMP_NAMES: ProfileNames = { Unconfined: ["unconfined"], RuntimeDefault: ["runtime/default", "docker/default"] };
const APP_ARMOR_NAMES: ProfileNames = { Unconfined: ["unconfined"], RuntimeDefault: ["runtime/default"] };

/** Problems of annotations that say otherwise than the members that have replaced them. */
export function* findContradictions({ metadata, spec }: Pod): Generator<FieldProblem> {
  const { annotations = {} } = metadata;
  const { seccompProfile: podSeccomp, appArmorProfile: podAppArmor } = spec.securityContext ?? {};
  const seccomp = (profile: Profile | undefined, key: string, field: string) =>
    findContradiction(profile, annotations[key], { kind: "seccomp", names: SECCOMP_NAMES, field: `${field}.securityContext.seccompProfile` });
  yield* seccomp(podSeccomp, SECCOMP_POD, "spec");
  const placed = placedContainers(spec);
  for (const { container, field } of placed) yield* seccomp(container.securityContext?.seccompProfile, `${SECCOMP_CONTAINER}${container.name ?? ""}`, field);
  if (spec.os?.name === "windows") return;
  for (const { container, field } of placed) {
    const profile = container.securityContext?.appArmorProfile ?? podAppArmor;
    const annotation = annotations[`${APP_ARMOR}${container.name ?? ""}`];
    yield* findContradiction(profile, annotation, { kind: "apparmor", names: APP_ARMOR_NAMES, field: `${field}.securityContext.appArmorProfile` });
  }
}

type Profile = { readonly type?: string; readonly localhostProfile?: string };

function* findContradiction(
  profile: Profile | undefined,
  annotation: string | undefined,
  { kind, names, field }: { readonly kind: string; readonly names: ProfileNames; readonly field: string },
): Generator<FieldProblem> {
  if (profile === undefined || annotation === undefined) return;
  const { type = "", localhostProfile } = profile;
  const known = names[type];
  if (known !== undefined && !known.includes(annotation)) yield forbidden(`${field}.type`, `${kind} type in annotation and field must match`);
  if (type !== "Localhost") return;
  if (!annotation.startsWith("localhost/")) yield forbidden(`${field}.type`, `${kind} type in annotation and field must match`);
  else if (annotation.slice("localhost/".length) !== localhostProfile) {
    yield forbidden(`${field}.localhostProfile`, `${kind} profile in annotation and field must match`);
  }
}
