/** Validation of seccomp's and AppArmor's profiles, which look alike. */
import { type FieldProblem, invalid, notSupported, required, tooLong } from "../../field-problem.js";
import type { AppArmorProfile, SeccompProfile } from "../../types/security-context.js";
import { isLongerThan } from "../formats/is-longer-than.js";
import { findDescendingPathProblems } from "../formats/paths.js";

const TYPES = ["Localhost", "RuntimeDefault", "Unconfined"];
const MAX_PATH = 4095;

/** Problems of a seccomp profile; none for an absent one. */
export function* findSeccompProblems(profile: SeccompProfile | undefined, field: string): Generator<FieldProblem> {
  if (profile === undefined) return;
  const { type = "", localhostProfile } = profile;
  if (type === "") yield required(`${field}.type`, "type is required when seccompProfile is set");
  else if (!TYPES.includes(type)) yield notSupported(`${field}.type`, type, TYPES);
  const place = `${field}.localhostProfile`;
  if (type !== "Localhost") {
    if (localhostProfile !== undefined)
      yield invalid(place, { Type: type, LocalhostProfile: localhostProfile }, "can only be set when seccomp type is Localhost");
  } else if (localhostProfile === undefined) yield required(place, "must be set when seccomp type is Localhost");
  else yield* findDescendingPathProblems(localhostProfile, place);
}

/** Problems of an AppArmor profile; none for an absent one. */
export function* findAppArmorProblems(profile: AppArmorProfile | undefined, field: string): Generator<FieldProblem> {
  if (profile === undefined) return;
  const { type = "", localhostProfile } = profile;
  if (type === "") return yield required(`${field}.type`, "type is required when appArmorProfile is set");
  if (!TYPES.includes(type)) return yield notSupported(`${field}.type`, type, TYPES);
  const place = `${field}.localhostProfile`;
  if (type !== "Localhost") {
    if (localhostProfile !== undefined) yield invalid(place, localhostProfile, "can only be set when AppArmor type is Localhost");
    return;
  }
  if (localhostProfile === undefined || localhostProfile === "") return yield required(place, "must be set when AppArmor type is Localhost");
  if (localhostProfile.trim() !== localhostProfile) yield invalid(place, localhostProfile, "must not be padded with whitespace");
  if (isLongerThan(localhostProfile, MAX_PATH)) yield tooLong(place, MAX_PATH);
}
