import type { HttpRequest } from "@irsa-sim/core";
import { notSupported } from "../admission/field-problem.js";
import { REFUSALS } from "../kubernetes-status.js";

/** What becomes of members that are not known or stand twice. */
export type FieldValidation = "Ignore" | "Strict" | "Warn";

/** As messages name the parameters of a verb. */
export type VerbOptions = "CreateOptions" | "UpdateOptions" | "PatchOptions";

const VALUES: readonly string[] = ["Ignore", "Strict", "Warn"] satisfies FieldValidation[];

/**
 * Reads the query's `fieldValidation`; they are warned of where it is not given.
 *
 * @param options as messages name the parameters of the verb
 * @throws {KubernetesStatus} 422
 */
export function readFieldValidation({ url }: HttpRequest, options: VerbOptions): FieldValidation {
  const asked = new URL(url).searchParams.get("fieldValidation") || "Warn";
  if (VALUES.includes(asked)) return asked as FieldValidation;
  throw REFUSALS.invalid({ kind: options, group: "meta.k8s.io" }, "", [notSupported("fieldValidation", asked, ["", ...VALUES])]);
}
