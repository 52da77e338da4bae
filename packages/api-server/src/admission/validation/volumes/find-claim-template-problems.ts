/**
 * Validation of the claim that an ephemeral volume makes.
 * Leaves out: data sources.
 */

import { compareQuantities } from "@irsa-sim/kubernetes-types";
import { type FieldProblem, forbidden, invalid, notSupported, required } from "../../field-problem.js";
import type { ClaimSpec, ClaimTemplate } from "../../types/volume.js";
import { findLabelsProblems, findSelectorProblems } from "../find-labels-problems.js";
import { findAnnotationsProblems } from "../find-meta-problems.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { dnsSubdomain } from "../formats/names.js";

const ACCESS_MODES = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"];
const VOLUME_MODES = ["Block", "Filesystem"];
/** As Go names them. */
const META_MEMBERS = ["name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation"];

/** Problems of the template of a claim. */
export function* findClaimTemplateProblems({ metadata = {}, spec = {} }: ClaimTemplate, field: string): Generator<FieldProblem> {
  yield* findAnnotationsProblems(metadata.annotations ?? {}, `${field}.metadata.annotations`);
  yield* findLabelsProblems(metadata.labels ?? {}, `${field}.metadata.labels`);
  for (const member of META_MEMBERS) if (metadata[member]) yield forbidden(`${field}.metadata.${member}`, "cannot be set");
  yield* findClaimProblems(spec, `${field}.spec`);
}

function* findClaimProblems(spec: ClaimSpec, field: string): Generator<FieldProblem> {
  const { accessModes = [], selector, resources = {}, storageClassName = "", volumeMode } = spec;
  if (accessModes.length === 0) yield required(`${field}.accessModes`, "at least 1 access mode is required");
  yield* findSelectorProblems(selector, `${field}.selector`);
  for (const mode of accessModes) if (!ACCESS_MODES.includes(mode)) yield notSupported(`${field}.accessModes`, mode, ACCESS_MODES);
  const known = accessModes.filter((mode) => ACCESS_MODES.includes(mode));
  if (known.includes("ReadWriteOncePod") && new Set(known).size > 1) {
    yield forbidden(`${field}.accessModes`, "may not use ReadWriteOncePod with other access modes");
  }
  const storage = resources.requests?.storage;
  if (storage === undefined) yield required(`${field}.resources[storage]`);
  else if (compareQuantities(storage, "0") <= 0) yield invalid(`${field}.resources[storage]`, storage, "must be greater than zero");
  if (storageClassName !== "") yield* findFormatProblems(dnsSubdomain, `${field}.storageClassName`, storageClassName);
  if (volumeMode !== undefined && !VOLUME_MODES.includes(volumeMode)) yield notSupported(`${field}.volumeMode`, volumeMode, VOLUME_MODES);
}
