/**
 * Validation of `metadata`, which all kinds share.
 * Leaves out: managed fields, which are not kept.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/validation#ValidateObjectMeta
 */
import type { ObjectMeta, OwnerReference } from "../../storage/kubernetes-object.js";
import { type FieldProblem, forbidden, invalid, required, tooLong } from "../field-problem.js";
import { findLabelsProblems } from "./find-labels-problems.js";
import { findFormatProblems } from "./formats/find-format-problems.js";
import { bytesIn } from "./formats/is-longer-than.js";
import { qualifiedName } from "./formats/labels.js";
import { asPrefix, dnsLabel, type Format } from "./formats/names.js";

/** How a kind names its objects. */
export interface Naming {
  readonly format: Format;
  readonly isNamespaced: boolean;
}

const MAX_ANNOTATIONS_BYTES = 256 * 1024;
const STANDARD_FINALIZERS = ["kubernetes", "orphan", "foregroundDeletion"];

/** Problems of an object's `metadata`, whose name is made by then. */
export function* findMetaProblems(metadata: ObjectMeta, { format, isNamespaced }: Naming): Generator<FieldProblem> {
  const { name = "", generateName = "", namespace = "", generation = 0, labels = {}, annotations = {}, ownerReferences = [], finalizers = [] } = metadata;
  if (generateName !== "") yield* findFormatProblems(asPrefix(format), "metadata.generateName", generateName);
  if (name === "") yield required("metadata.name", "name or generateName is required");
  else yield* findFormatProblems(format, "metadata.name", name);
  if (!isNamespaced && namespace !== "") yield forbidden("metadata.namespace", "not allowed on this type");
  if (isNamespaced && namespace === "") yield required("metadata.namespace");
  if (isNamespaced && namespace !== "") yield* findFormatProblems(dnsLabel, "metadata.namespace", namespace);
  if (generation < 0) yield invalid("metadata.generation", generation, "must be greater than or equal to 0");
  yield* findLabelsProblems(labels, "metadata.labels");
  yield* findAnnotationsProblems(annotations, "metadata.annotations");
  yield* findOwnersProblems(ownerReferences, "metadata.ownerReferences");
  for (const finalizer of finalizers) yield* findFormatProblems(qualifiedName, "metadata.finalizers", finalizer);
  for (const [index, finalizer] of finalizers.entries()) yield* findFinalizerProblems(finalizer, `metadata.finalizers[${index}]`);
}

/** Problems that are looked for once more in a change. */
export function* findChangedMetaProblems({ labels = {}, annotations = {}, ownerReferences = [] }: ObjectMeta): Generator<FieldProblem> {
  yield* findLabelsProblems(labels, "metadata.labels");
  yield* findAnnotationsProblems(annotations, "metadata.annotations");
  yield* findOwnersProblems(ownerReferences, "metadata.ownerReferences");
}

/** Problems of annotations: their keys, of which the case does not matter, and how much they are. */
export function* findAnnotationsProblems(annotations: Readonly<Record<string, string>>, field: string): Generator<FieldProblem> {
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    bytes += bytesIn(key) + bytesIn(value);
    for (const problem of qualifiedName(key.toLowerCase())) yield invalid(field, key, problem);
  }
  if (bytes > MAX_ANNOTATIONS_BYTES) yield tooLong(field, MAX_ANNOTATIONS_BYTES);
}

/** Problems of a finalizer that is not qualified. */
export function* findFinalizerProblems(finalizer: string, field: string): Generator<FieldProblem> {
  if (finalizer.includes("/") || STANDARD_FINALIZERS.includes(finalizer)) return;
  yield invalid(field, finalizer, "name is neither a standard finalizer name nor is it fully qualified");
}

function* findOwnersProblems(owners: readonly OwnerReference[], field: string): Generator<FieldProblem> {
  let controller: string | null = null;
  for (const owner of owners) {
    const { apiVersion = "", kind = "", name = "", uid = "" } = owner;
    const parts = apiVersion.split("/");
    if (apiVersion === "" || apiVersion === "/" || parts.length > 2 || parts.at(-1) === "")
      yield invalid(`${field}.apiVersion`, apiVersion, "version must not be empty");
    for (const [member, value] of Object.entries({ kind, name, uid })) if (value === "") yield invalid(`${field}.${member}`, value, "must not be empty");
    if (apiVersion === "v1" && kind === "Event") yield invalid(field, ownerJson(owner), "/v1, Kind=Event is disallowed from being an owner");
    if (owner.controller !== true) continue;
    const found = `${kind}/${name}`;
    const why = `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${found}`;
    if (controller === null) controller = found;
    else yield invalid(field, owners.map(ownerJson), why);
  }
}

/** With the members that Go writes always. */
function ownerJson({ apiVersion = "", kind = "", name = "", uid = "", ...flags }: OwnerReference): OwnerReference {
  return { apiVersion, kind, name, uid, ...flags };
}
